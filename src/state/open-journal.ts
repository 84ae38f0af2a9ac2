import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { makeFolder } from "../make-folder.ts";
import type { JournalLine } from "./journal.ts";
import type { ProjectState } from "./project.ts";
import { removeOldJournals } from "./retention.ts";

export interface Journal {
  /**
   * What was received goes to the system as soon as that has what came before; other lines wait for each other, 50 ms at
   * most. Resolves when the system has the line, or cannot have it: it then outlives this process.
   */
  write(line: JournalLine): Promise<void>;
  /** Done when every line is written. */
  close(): Promise<void>;
}

export interface JournalSurroundings {
  command: string;
  /** Names the file, and says when lines have waited long enough. */
  clock: Pick<Clock, "now" | "sleep">;
  processId: number;
  /** Told once if the journal cannot be written, or not all of it: the session goes on without. */
  onFailure(cause: Error): void;
}

/** One NDJSON file a session in the project's state folder; `retention.ts` says how long it is kept. */
export async function openJournal(state: ProjectState, surroundings: JournalSurroundings): Promise<Journal> {
  const { clock, command, processId, onFailure } = surroundings;
  const folder = join(state.folder, "journal");
  const at = clock.now();
  try {
    await makeFolder(folder);
    await removeOldJournals(folder, at);
  } catch (cause) {
    onFailure(failureOf(state, cause));
    return { write: () => Promise.resolve(), close: () => Promise.resolve() };
  }
  const stamp = at.toISOString().replace(/[-:.]/g, "");
  const stream = createWriteStream(join(folder, `${stamp}-${processId}-${command}.ndjson`), { mode: 0o600 });
  return new JournalFile(stream, surroundings);
}

function failureOf({ problem }: ProjectState, cause: unknown): Error {
  if (problem !== undefined) return new Error(problem, { cause });
  return cause instanceof Error ? cause : new Error(String(cause));
}

/** How many bytes wait, for each other or for a slow disk; more are left out. */
const mostWaiting = 4 * 1024 ** 2;

/** So many bytes are written, or what there is after so many ms: a call of the system for each line would cost more than the line. */
const batchBytes = 64 * 1024;
const batchMs = 50;

class JournalFile implements Journal {
  readonly #stream: WriteStream;
  readonly #surroundings: JournalSurroundings;
  readonly #closing = new AbortController();
  #collected = "";
  /** Resolves when the system has what is collected now. */
  #batch = new Batch();
  #isTimed = false;
  /** Whether what is collected is to be written once the disk has what was written before. */
  #isDue = false;
  #failed = false;
  #isFailureSaid = false;

  constructor(stream: WriteStream, surroundings: JournalSurroundings) {
    this.#stream = stream;
    this.#surroundings = surroundings;
    stream.on("error", (cause) => {
      this.#failed = true;
      this.#batch.resolve();
      this.#sayFailure(cause);
    });
  }

  write(line: JournalLine): Promise<void> {
    if (this.#failed || this.#stream.writableEnded) return Promise.resolve();
    const text = `${JSON.stringify(line)}\n`;
    const waiting = this.#stream.writableLength + this.#collected.length + text.length;
    if (waiting > mostWaiting && line.type !== "end") {
      this.#sayFailure(new Error("the disk is too slow, so lines are left out"));
      return Promise.resolve();
    }
    this.#collected += text;
    const { written } = this.#batch;
    if (this.#collected.length >= batchBytes) this.#writeCollected();
    else if (this.#goesAtOnce(line))
      queueMicrotask(() => this.#writeCollected()); // with what comes in the same moment
    else if (!this.#isTimed) void this.#writeInTime();
    return written;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#failed || this.#stream.closed) return resolve();
      this.#stream.once("close", resolve);
      this.#closing.abort();
      const batch = this.#batch;
      if (this.#collected !== "") this.#stream.write(this.#taken(), () => batch.resolve());
      this.#stream.end();
    });
  }

  /** Only this line says who is still to get it: the sender was answered, or it is about to be sent. */
  #goesAtOnce({ type }: JournalLine): boolean {
    return type === "start" || type === "received";
  }

  async #writeInTime(): Promise<void> {
    this.#isTimed = true;
    await this.#surroundings.clock.sleep(batchMs, this.#closing.signal);
    this.#isTimed = false;
    this.#writeCollected();
  }

  #writeCollected(): void {
    if (this.#failed || this.#collected === "") return;
    this.#isDue = this.#stream.writableLength > 0;
    if (this.#isDue) return;
    const batch = this.#batch;
    this.#stream.write(this.#taken(), (cause) => {
      batch.resolve();
      if (cause == null && this.#isDue) this.#writeCollected();
    });
  }

  #taken(): string {
    const text = this.#collected;
    this.#collected = "";
    this.#batch = new Batch();
    return text;
  }

  #sayFailure(cause: Error): void {
    if (!this.#isFailureSaid) this.#surroundings.onFailure(cause);
    this.#isFailureSaid = true;
  }
}

/** Lines that are written together. */
class Batch {
  readonly written: Promise<void>;
  resolve: () => void = () => undefined;

  constructor() {
    this.written = new Promise((resolve) => (this.resolve = resolve));
  }
}
