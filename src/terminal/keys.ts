import type { Readable } from "node:stream";

export type KeyInput = Readable & { isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Reads single keys from a terminal; `undefined` where standard input is none. Ctrl-C comes as `\u0003`. */
export function readKeys(input: KeyInput, onKey: (key: string) => void): Keys | undefined {
  return input.isTTY === true && input.setRawMode !== undefined ? new Keys(input, onKey) : undefined;
}

/** Keys as they are pressed. */
export class Keys {
  readonly #input: KeyInput;
  readonly #listener: (chunk: Buffer | string) => void;

  constructor(input: KeyInput, onKey: (key: string) => void) {
    this.#input = input;
    this.#listener = (chunk) => [...chunk.toString()].forEach(onKey);
    this.resume();
  }

  /** Leaves the terminal to somebody else, such as a prompt. */
  pause(): void {
    this.#input.off("data", this.#listener);
    this.#input.setRawMode?.(false);
    this.#input.pause();
  }

  resume(): void {
    this.#input.setRawMode?.(true);
    this.#input.off("data", this.#listener).on("data", this.#listener); // once, however often it is resumed
    this.#input.resume();
  }

  /** Gives the terminal back as it was. May be called twice. */
  close(): void {
    this.pause();
  }
}
