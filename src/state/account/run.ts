import type { JournalLine, JournalTarget, KeptSelection, StartTarget } from "../journal.ts";
import { isSame } from "./owed.ts";

type StartLine = Extract<JournalLine, { type: "start" }>;

/** A run that ended before it came to all that was chosen. */
export interface UnfinishedRun {
  /** Its journal's name. */
  journal: string;
  startedAt: Date;
  selection: KeptSelection;
  targets: readonly StartTarget[];
  /** How many files it came to. */
  noted: number;
  hasNoted(file: string): boolean;
  /** Those of its targets for which neither it nor a later run came to this file. */
  missing(file: string): readonly StartTarget[];
}

/** What is known of a run while its journal is read, and those that were written meanwhile and later. */
export class Run {
  readonly journal: string;
  readonly start: StartLine;
  hasEnded = false;
  readonly #noted = new Set<string>();
  /** Of files that it did not come to: for which of its targets others did. */
  readonly #later = new Map<string, readonly StartTarget[]>();
  readonly #unanswered = new Map<string, readonly JournalTarget[]>();

  constructor(journal: string, start: StartLine) {
    this.journal = journal;
    this.start = start;
  }

  takeOwn(line: JournalLine): void {
    if (line.type === "end") {
      this.hasEnded = true;
      this.#unanswered.clear();
    }
    if (line.type === "received" && line.file !== undefined) {
      if (this.start.selection !== undefined) this.#noted.add(line.file);
      this.#unanswered.set(line.file, line.targets);
    }
    if (line.type === "delivery" && line.file !== undefined) this.#answered(line.file, line.target);
  }

  takeOther(line: JournalLine): void {
    if (line.type !== "received" || line.file === undefined || this.#noted.has(line.file)) return;
    const named = [...line.targets, ...(line.insteadOf ?? [])];
    const before = this.#later.get(line.file) ?? [];
    const more = this.start.targets.filter((own) => !before.includes(own) && named.some((one) => isSame(one, own)));
    if (more.length > 0) this.#later.set(line.file, [...before, ...more]);
  }

  /** What it was about to deliver, or delivering, when its process ended. */
  get unanswered(): ReadonlyMap<string, readonly JournalTarget[]> {
    return this.#unanswered;
  }

  /** Undefined where it had no selection. */
  unfinished(startedAt: Date): UnfinishedRun | undefined {
    const { selection, targets } = this.start;
    if (selection === undefined) return undefined;
    return {
      journal: this.journal,
      startedAt,
      selection,
      targets,
      noted: this.#noted.size,
      hasNoted: (file) => this.#noted.has(file),
      missing: (file) => this.#missing(file),
    };
  }

  #missing(file: string): readonly StartTarget[] {
    if (this.#noted.has(file)) return [];
    const later = this.#later.get(file);
    return later === undefined ? this.start.targets : this.start.targets.filter((target) => !later.includes(target));
  }

  #answered(file: string, target: JournalTarget): void {
    const left = this.#unanswered.get(file)?.filter((one) => !isSame(one, target)) ?? [];
    if (left.length === 0) this.#unanswered.delete(file);
    else this.#unanswered.set(file, left);
  }
}
