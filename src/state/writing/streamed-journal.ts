import type { WriteStream } from "node:fs";
import type { JournalLine } from "../journal.ts";
import { batchBytes, batchMs, type Journal, type JournalSurroundings } from "./journal-writing.ts";

/** How many bytes wait, for each other or for a slow disk; more are left out. */
const mostWaiting = 4 * 1024 ** 2;

/** The journal of a session, which answers senders meanwhile: the system writes it beside. */
export class StreamedJournal implements Journal {
  readonly #stream: WriteStream;
  readonly #surroundings: JournalSurroundings;
  readonly #closing = new AbortController();
  #collected = "";
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
      this.#sayFailure(cause);
    });
  }

  write(line: JournalLine): void {
    if (this.#failed || this.#stream.writableEnded) return;
    const text = `${JSON.stringify(line)}\n`;
    const waiting = this.#stream.writableLength + this.#collected.length + text.length;
    if (waiting > mostWaiting && line.type !== "end")
      return this.#sayFailure(new Error("the disk is too slow, so lines are left out"));
    this.#collected += text;
    if (this.#collected.length >= batchBytes) this.#writeCollected();
    else if (this.#goesAtOnce(line))
      queueMicrotask(() => this.#writeCollected()); // with what comes in the same moment
    else if (!this.#isTimed) void this.#writeInTime();
  }

  /** Its events lie on the disk already: nobody has to wait for a line. */
  flush(): void {}

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#failed || this.#stream.closed) return resolve();
      this.#stream.once("close", resolve);
      this.#closing.abort();
      if (this.#collected !== "") this.#stream.write(this.#taken());
      this.#stream.end();
    });
  }

  /** The sender of what was received was answered: only this line says who is still to get it. */
  #goesAtOnce({ type }: JournalLine): boolean {
    return type === "start" || (type === "received" && this.#surroundings.command === "listen");
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
    this.#stream.write(this.#taken(), (cause) => {
      if (cause == null && this.#isDue) this.#writeCollected();
    });
  }

  #taken(): string {
    const text = this.#collected;
    this.#collected = "";
    return text;
  }

  #sayFailure(cause: Error): void {
    if (!this.#isFailureSaid) this.#surroundings.onFailure(cause);
    this.#isFailureSaid = true;
  }
}
