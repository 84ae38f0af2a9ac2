import type { Readable } from "node:stream";

export type KeyInput = Readable & { isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Keys as they are pressed. */
export interface Keys {
  /** Leaves the terminal to somebody else, such as a prompt. */
  pause(): void;
  resume(): void;
  /** Gives the terminal back as it was. May be called twice. */
  close(): void;
}

/** Reads single keys from a terminal; `undefined` where standard input is none. Ctrl-C comes as `\u0003`. */
export function readKeys(input: KeyInput, onKey: (key: string) => void): Keys | undefined {
  if (input.isTTY !== true || input.setRawMode === undefined) return undefined;
  const listener = (chunk: Buffer | string) => [...chunk.toString()].forEach(onKey);
  const listen = () => {
    input.setRawMode?.(true);
    input.off("data", listener).on("data", listener); // once, however often it is resumed
    input.resume();
  };
  const leave = () => {
    input.off("data", listener);
    input.setRawMode?.(false);
    input.pause();
  };
  listen();
  return { pause: leave, resume: listen, close: leave };
}
