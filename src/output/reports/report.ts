/** What was judged: a document that was checked, an event that was delivered. */
export interface Case {
  name: string;
  /** What it is one of, such as its event. */
  group: string;
  /** Where it stands, with forward slashes; missing where that is not a file. */
  file?: string;
  /** How long it took. */
  ms?: number;
  /** It could not be judged at all. */
  isUnjudged?: true;
  /** What is wrong with it; of notes alone it does not fail. */
  problems: readonly Problem[];
}

export interface Problem {
  severity: "error" | "note";
  /** A few words. */
  title: string;
  /** A sentence or two. */
  message: string;
  /** In the file, counted from 1. */
  line?: number;
  column?: number;
}

/** What another program is told of a run. */
export interface Report {
  /** What to write for this one now; empty where all is written at the end. */
  add(one: Case): string;
  /** What to write at the end. */
  end(): string;
}

/** A kind of report; `suite` is what was run: `appdirect-hooks validate`. */
export type OpenReport = (suite: string) => Report;

/** As a table has it: read without loading anything. */
export interface ReportEntry {
  /** Whether it is a file of its own; else it goes to standard output. */
  takesFile: boolean;
  load(): Promise<OpenReport>;
}
