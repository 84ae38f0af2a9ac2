import { basename } from "node:path";
import type { JournalLine } from "../journal.ts";
import { linesIn } from "./lines.ts";

/** Lines of one journal between which no other has any. */
export interface Passage {
  file: string;
  lines: readonly JournalLine[];
}

/**
 * All lines of these journals in the order of their times: a session may go on while a run sends. Each is opened when its
 * turn comes, for there may be many.
 */
export async function* byTime(files: readonly string[]): AsyncGenerator<Passage> {
  let open = files.map((file, place) => new TimedJournal(file, place));
  while (open.length > 0) {
    const [first, second] = open.toSorted((one, other) => (one.isBefore(other) ? -1 : 1));
    const lines = (await first?.linesBefore(second)) ?? [];
    if (first !== undefined && lines.length > 0) yield { file: first.file, lines };
    if (first?.isAtEnd === true) open = open.filter((one) => one !== first);
  }
}

class TimedJournal {
  readonly file: string;
  readonly #place: number;
  readonly #chunks: AsyncGenerator<JournalLine[]>;
  #lines: readonly JournalLine[] = [];
  #next = 0;
  /** When its next line was written; before the first is read, when it was begun. */
  #at: string;
  isAtEnd = false;

  constructor(file: string, place: number) {
    this.file = file;
    this.#place = place;
    this.#chunks = linesIn(file);
    this.#at = startOf(file)?.toISOString() ?? "";
  }

  /** Of two that were written at once, the one that was named first counts. */
  isBefore(other: TimedJournal): boolean {
    return this.#at === other.#at ? this.#place < other.#place : this.#at < other.#at;
  }

  /** Those that it has next, as far as they are read. */
  async linesBefore(other: TimedJournal | undefined): Promise<readonly JournalLine[]> {
    const from = this.#next;
    while (this.#next < this.#lines.length && (other === undefined || this.isBefore(other))) this.#step();
    const lines = this.#lines.slice(from, this.#next);
    if (this.#next === this.#lines.length) await this.#read();
    return lines;
  }

  async #read(): Promise<void> {
    const { done, value = [] } = await this.#chunks.next();
    this.isAtEnd = done === true;
    this.#lines = value;
    this.#next = 0;
    this.#follow();
  }

  #step(): void {
    this.#next += 1;
    this.#follow();
  }

  /** A clock that is set back does not change the order within a journal. */
  #follow(): void {
    const at = this.#lines[this.#next]?.at ?? "";
    if (at > this.#at) this.#at = at;
  }
}

/** When the session or run that wrote a journal began, and in which process: `20261123T140511123Z-4711-replay.ndjson`. */
export function writerOf(file: string): { startedAt: Date; processId: number } | undefined {
  const name = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d+)-/.exec(basename(file));
  if (name === null) return undefined;
  const [, year, month, day, hours, minutes, seconds, ms, processId] = name;
  const startedAt = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Number.isNaN(startedAt.getTime()) ? undefined : { startedAt, processId: Number(processId) };
}

const startOf = (file: string) => writerOf(file)?.startedAt;
