import type { Readable, Writable } from "node:stream";
import { untilAborted } from "../waiting.ts";
import type { ColourLevel } from "./colour-level.ts";

/** What talks to the person at the terminal, or to the program at the other end of a pipe. */
export interface Terminal {
  /** Data, to stdout. Resolves once the stream takes more. */
  out(text: string): Promise<void>;
  /** All else, to stderr; nothing with `--quiet`, except through `fail`. */
  say(text: string): void;
  /** To stderr, `--quiet` or not. */
  fail(text: string): void;
  outIsTerminal: boolean;
  outLevel: ColourLevel;
  errLevel: ColourLevel;
  /** Characters a line of the terminal holds; 80 where that is not known. */
  width: number;
  /** Whether a person can be asked. */
  canAsk: boolean;
  confirm(question: string, signal?: AbortSignal): Promise<boolean>;
  /** Undefined where the question was left. */
  ask(question: string, signal?: AbortSignal): Promise<string | undefined>;
  /** Turns until `stop`, in a terminal; one plain line elsewhere. */
  spin(text: string): Promise<Spinner>;
}

export interface Spinner {
  stop(): void;
}

export interface TerminalSurroundings {
  /** Asked for only where somebody is to be asked. */
  stdin(): Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  outputClosed: AbortSignal;
  outLevel: ColourLevel;
  errLevel: ColourLevel;
  quiet: boolean;
  /** Whether asking is allowed; it also takes a terminal to answer. */
  mayAsk: boolean;
}

export function createTerminal(surroundings: TerminalSurroundings): Terminal {
  const { stdin, stdout, stderr, quiet } = surroundings;
  const out = createWriter(stdout, surroundings.outputClosed);
  const say = (text: string) => void (quiet || stderr.write(text));
  return {
    out,
    say,
    fail: (text) => void stderr.write(text),
    outIsTerminal: stdout.isTTY === true,
    outLevel: surroundings.outLevel,
    errLevel: surroundings.errLevel,
    get width() {
      return stdout.columns ?? stderr.columns ?? 80;
    },
    get canAsk() {
      return surroundings.mayAsk && stdin().isTTY === true;
    },
    async confirm(message, signal) {
      const { confirm } = await import("@inquirer/prompts");
      return answered(confirm({ message, default: false }, { input: stdin(), output: stderr, signal }), false);
    },
    async ask(message, signal) {
      const { input } = await import("@inquirer/prompts");
      return answered(input({ message }, { input: stdin(), output: stderr, signal }), undefined);
    },
    async spin(text) {
      if (stderr.isTTY !== true || quiet) {
        say(`${text}\n`);
        return { stop: () => undefined };
      }
      const { default: ora } = await import("ora");
      const stream = Object.assign(stderr, { isTTY: true as const });
      const color = surroundings.errLevel === 0 ? false : "cyan";
      const spinner = ora({ text, color, stream: stream as NodeJS.WriteStream, discardStdin: false }).start();
      return { stop: () => void spinner.stop() };
    },
  };
}

/** Waits for a full pipe to be emptied, and for nothing once the reader has gone. */
function createWriter(stream: Writable, closed: AbortSignal): (text: string) => Promise<void> {
  let emptied: Promise<void> | undefined; // one for all who wait: a listener each would make Node warn of a leak
  return async (text) => {
    if (closed.aborted || stream.write(text)) return;
    emptied ??= untilEmptied(stream, closed).finally(() => (emptied = undefined));
    await emptied;
  };
}

async function untilEmptied(stream: Writable, closed: AbortSignal): Promise<void> {
  let wake: () => void = () => undefined;
  const drained = new Promise<void>((resolve) => stream.once("drain", (wake = resolve)));
  await untilAborted(drained, closed);
  stream.off("drain", wake);
}

/** A prompt that is left (Ctrl-C, Escape, the end of the session) rejects; leaving it is the answer no. */
async function answered<Answer, Left>(prompt: Promise<Answer>, left: Left): Promise<Answer | Left> {
  try {
    return await prompt;
  } catch (cause) {
    if (cause instanceof Error && ["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(cause.name)) {
      return left;
    }
    throw cause;
  }
}
