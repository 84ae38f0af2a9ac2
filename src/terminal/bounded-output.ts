import type { TextOutput } from "./turn-output.ts";

/** How many bytes wait for a reader at most, and one text more, for a single one may be larger than this. */
export const mostUnread = 4 * 1024 * 1024;

export interface BoundedSurroundings {
  stream: TextOutput;
  /** Aborts when the stream takes nothing any more; left out where that is not told. */
  closed?: AbortSignal;
  /** How many bytes wait at most, and one text more; `mostUnread`. */
  mostBytes?: number;
  /** What is written in place of so many lines: whole lines too. */
  insteadOf(lines: number): string;
}

/**
 * Writes texts in their order, each made of whole lines, for as long as somebody reads them. Where nobody does, a stream
 * keeps whatever it is given: beyond `mostBytes` texts are left out here, until half of what waits was read, and then
 * the number of their lines is written in their place.
 */
export class BoundedOutput {
  readonly #surroundings: BoundedSurroundings;
  readonly #mostBytes: number;
  #unread = 0; // bytes
  #isFull = false;
  #linesLeftOut = 0;

  constructor(surroundings: BoundedSurroundings) {
    this.#surroundings = surroundings;
    this.#mostBytes = surroundings.mostBytes ?? mostUnread;
  }

  /** `always`: never left out, for the few texts that must not be missing. */
  write(text: string, { always = false } = {}): void {
    if (this.#surroundings.closed?.aborted === true) return;
    this.#isFull ||= this.#unread >= this.#mostBytes;
    if (this.#isFull && !always) {
      this.#linesLeftOut += linesIn(text);
      return;
    }
    this.#sayLeftOut();
    this.#give(text);
  }

  #give(text: string): void {
    const bytes = Buffer.byteLength(text);
    this.#unread += bytes;
    this.#surroundings.stream.write(text, (failure) => {
      if (!failure) this.#taken(bytes);
    });
  }

  #taken(bytes: number): void {
    this.#unread -= bytes;
    if (!this.#isFull || this.#unread > this.#mostBytes / 2) return;
    this.#isFull = false;
    if (this.#surroundings.closed?.aborted !== true) this.#sayLeftOut();
  }

  #sayLeftOut(): void {
    if (this.#linesLeftOut === 0) return;
    const text = this.#surroundings.insteadOf(this.#linesLeftOut);
    this.#linesLeftOut = 0;
    this.#give(text);
  }
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
