import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../errors.ts";
import type { ProjectState } from "./project.ts";

/** A line of a session's journal. Times are ISO 8601. */
export type JournalLine =
  | {
      type: "start";
      form: typeof form;
      at: string;
      command: string;
      fixtures: string;
      targets: StartTarget[];
      /** Of a run: how its events were chosen. */
      selection?: KeptSelection;
      /** Names of the journals of runs of which it sends all the rest: once it ends, they have none any more. */
      resumes?: readonly string[];
    }
  | {
      type: "received";
      at: string;
      event: string;
      uuid?: string;
      file?: string;
      targets: readonly JournalTarget[];
      /** Where it was owed, and is owed no longer: these targets were named to get it instead. */
      insteadOf?: readonly JournalTarget[];
    }
  | { type: "refused"; at: string; reason: string }
  | ({
      type: "delivery";
      at: string;
      event: string;
      uuid?: string;
      file?: string;
      target: JournalTarget;
    } & DeliveryResult)
  /** `interrupted`: it ended before all of its selection was sent. */
  | { type: "end"; at: string; interrupted?: true };

/** What a run was to send, so that it can be chosen once more. Times are ISO 8601. */
export interface KeptSelection {
  /** When it was chosen: what was recorded since is not among it. */
  at: string;
  /** What was named, as it was typed, and in which folder; both folders are absolute. */
  names: readonly string[];
  cwd: string;
  fixtures: string;
  /** How many events, where that was known. */
  count?: number;
  /** What they had to meet, as it was typed. */
  events?: string;
  where?: readonly string[];
  since?: string;
  until?: string;
}

/** Counts up when a line becomes something that an older version would misread. A journal of another form is skipped. */
export const form = 2;

/** A target, as far as it may be kept. */
export interface JournalTarget {
  kind: string;
  /** Without secrets; where it can be sent to again, it can be typed as a target. */
  text: string;
  canBeSentToAgain: boolean;
  /** Its place among the targets of its session: two that leave out what tells them apart have the same text. */
  number: number;
}

/** A target that a session had, and what it was given beside the events: names alone, for values are secrets. */
export interface StartTarget extends JournalTarget {
  /** The events it gets. */
  patterns: string;
  /** Whether its address had credentials. */
  credentials: boolean;
  /** In lower case. */
  headers: string[];
}

export interface DeliveryResult {
  delivered: boolean;
  status?: number;
  error?: string;
  ms: number;
}

/** The lines of the journal that one of these commands wrote to last; none where there is no such journal. */
export async function readLastJournal(state: ProjectState, commands: readonly string[]): Promise<JournalLine[]> {
  for (const { file } of await journalFiles(state, commands)) {
    const lines = await readJournal(file);
    if (lines.length > 0) return lines;
  }
  return [];
}

/** Whether a line tells that a session or run came to have something to deliver. */
export function isGiven({ type }: JournalLine): boolean {
  return type === "received" || type === "delivery";
}

/** None where it is of another form. */
export async function readJournal(file: string): Promise<JournalLine[]> {
  const lines = parseLines(await readIfThere(file));
  return isOfAnotherForm(lines) ? [] : lines;
}

function isOfAnotherForm(lines: readonly JournalLine[]): boolean {
  return lines.some((line) => line.type === "start" && line.form !== form);
}

/**
 * Of these commands, what was written last first, `writtenAt` in ms of the epoch. A session that began earlier may have
 * ended later; of two that ended at once, the one that began later counts.
 */
export async function journalFiles(
  { folder: stateFolder }: ProjectState,
  commands: readonly string[],
): Promise<{ file: string; writtenAt: number }[]> {
  const folder = join(stateFolder, "journal");
  const names = await journalNames(folder);
  const files = names.filter((name) => commands.some((command) => name.endsWith(`-${command}.ndjson`)));
  const written = await Promise.all(
    files
      .toReversed()
      .map(async (name) => ({ file: join(folder, name), writtenAt: await timeWritten(join(folder, name)) })),
  );
  return written.toSorted((one, other) => other.writtenAt - one.writtenAt);
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (systemCode(cause) !== "ENOENT") throw cause;
    return "";
  }
}

/** Another session may remove an old journal at any moment. */
async function timeWritten(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (cause) {
    if (systemCode(cause) !== "ENOENT") throw cause;
    return 0;
  }
}

function parseLines(text: string): JournalLine[] {
  return text.split("\n").flatMap((line) => parseLine(line) ?? []);
}

/** A process that was killed may have left half a line at the end. */
export function parseLine(line: string): JournalLine | undefined {
  try {
    const parsed: JournalLine | null = JSON.parse(line);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The oldest first. */
export async function journalNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".ndjson")).toSorted();
}
