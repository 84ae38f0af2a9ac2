import type { Writable } from "node:stream";

/** Takes texts; `taken` is called for each once it is written, or could not be. */
export interface TextOutput {
  write(text: string, taken: Taken): void;
}

type Taken = (failure: Error | null | undefined) => void;

/**
 * Writes what comes in one turn of the program together, for each write costs a call of the system. The order stays, over
 * all streams.
 */
export class TurnOutput {
  #stream: Writable | undefined;
  #texts: string[] = [];
  #taken: Taken[] = [];

  to(stream: Writable): TextOutput {
    return { write: (text, taken) => this.#add(stream, text, taken) };
  }

  /** Writes now, before somebody else does. */
  flush(): void {
    if (this.#texts.length === 0) return;
    const taken = this.#taken;
    const text = this.#texts.join("");
    this.#texts = [];
    this.#taken = [];
    this.#stream?.write(text, (failure) => {
      for (const one of taken) one(failure);
    });
  }

  #add(stream: Writable, text: string, taken: Taken): void {
    if (this.#stream !== stream) this.flush();
    if (this.#texts.length === 0) queueMicrotask(() => this.flush());
    this.#stream = stream;
    this.#texts.push(text);
    this.#taken.push(taken);
  }
}
