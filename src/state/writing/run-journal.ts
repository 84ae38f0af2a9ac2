import { closeSync, openSync, writeSync } from "node:fs";
import { systemCode } from "../../errors.ts";
import type { JournalLine } from "../journal.ts";
import { batchBytes, batchMs, type Journal, type JournalSurroundings } from "./journal-writing.ts";

/**
 * The journal of a run, written by calls that block: a fixture is read so too, and to hand so few bytes to another thread
 * takes ten times as long as to write them.
 */
export class RunJournal implements Journal {
  readonly #surroundings: JournalSurroundings;
  readonly #closing = new AbortController();
  #file: number | undefined;
  #collected = "";
  #isTimed = false;

  constructor(path: string, surroundings: JournalSurroundings) {
    this.#surroundings = surroundings;
    this.#tried(() => (this.#file = openSync(path, "a", 0o600)));
  }

  write(line: JournalLine): void {
    if (this.#file === undefined) return;
    this.#collected += `${JSON.stringify(line)}\n`;
    if (line.type === "start" || this.#collected.length >= batchBytes) this.flush();
    else if (!this.#isTimed) void this.#writeInTime();
  }

  close(): Promise<void> {
    this.#closing.abort();
    this.flush();
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) this.#tried(() => closeSync(file));
    return Promise.resolve();
  }

  async #writeInTime(): Promise<void> {
    this.#isTimed = true;
    await this.#surroundings.clock.sleep(batchMs, this.#closing.signal);
    this.#isTimed = false;
    this.flush();
  }

  flush(): void {
    const file = this.#file;
    if (file === undefined || this.#collected === "") return;
    let rest = Buffer.from(this.#collected);
    this.#collected = "";
    this.#tried(() => {
      while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
    });
  }

  /** What cannot be written is said once, and the run goes on without. */
  #tried(act: () => void): void {
    try {
      act();
    } catch (cause) {
      if (systemCode(cause) === undefined || !(cause instanceof Error)) throw cause;
      if (this.#file !== undefined) closeSync(this.#file);
      this.#file = undefined;
      this.#surroundings.onFailure(cause);
    }
  }
}
