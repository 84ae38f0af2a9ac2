import type { Readable, Writable } from "node:stream";
import { untilAborted } from "../waiting.ts";
import { BoundedOutput, mostUnread } from "./bounded-output.ts";
import type { ColourLevel } from "./colour-level.ts";
import type { Answer, Question } from "./question.ts";
import { TurnOutput } from "./turn-output.ts";
import { unblock } from "./unblock.ts";

export interface TerminalSurroundings {
  /** Asked for only where somebody is to be asked. */
  stdin(): Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  outputClosed: AbortSignal;
  outIsPipe: boolean;
  outLevel: ColourLevel;
  errLevel: ColourLevel;
  quiet: boolean;
  /** Whether somebody is to be asked, or to press keys; it also takes a terminal to do so. */
  mayAsk: boolean;
}

export interface Spinner {
  /** Says something else beside it from now on; nothing where it does not turn. */
  update(text: string): void;
  stop(): void;
}

/** What talks to the person at the terminal, or to the program at the other end of a pipe. */
export class Terminal {
  readonly outIsTerminal: boolean;
  /** Whether another program reads stdout, and may be gone. */
  readonly outIsPipe: boolean;
  readonly outLevel: ColourLevel;
  readonly errLevel: ColourLevel;
  readonly #surroundings: TerminalSurroundings;
  readonly #turn = new TurnOutput();
  #emptied: Promise<void> | undefined; // one for all who wait: a listener each would make Node warn of a leak

  constructor(surroundings: TerminalSurroundings) {
    this.#surroundings = surroundings;
    this.outIsTerminal = surroundings.stdout.isTTY === true;
    this.outIsPipe = surroundings.outIsPipe;
    this.outLevel = surroundings.outLevel;
    this.errLevel = surroundings.errLevel;
  }

  /** Characters a line of the terminal holds; 80 where that is not known. */
  get width(): number {
    const { stdout, stderr } = this.#surroundings;
    return stdout.columns ?? stderr.columns ?? 80;
  }

  /** The same for what goes to stdout: without end where no terminal shows it. */
  get outWidth(): number {
    return this.outIsTerminal ? this.width : Number.POSITIVE_INFINITY;
  }

  /** The same for what goes to stderr: without end where no terminal shows it. */
  get errWidth(): number {
    return this.#surroundings.stderr.isTTY === true ? this.width : Number.POSITIVE_INFINITY;
  }

  get isQuiet(): boolean {
    return this.#surroundings.quiet;
  }

  /** Whether a person can be asked. */
  get canAsk(): boolean {
    const { stdin, stderr, mayAsk } = this.#surroundings;
    return mayAsk && stderr.isTTY === true && stdin().isTTY === true;
  }

  /** Whether a person can press keys, and sees on stdout what they do: stderr may go to a log. */
  get canPressKeys(): boolean {
    const { stdin, mayAsk } = this.#surroundings;
    return mayAsk && this.outIsTerminal && stdin().isTTY === true;
  }

  /** Data, to stdout. Resolves once the stream takes more: waits for a full pipe, and for nothing once its reader has gone. */
  async out(data: string | Uint8Array): Promise<void> {
    const { stdout, outputClosed } = this.#surroundings;
    this.#turn.flush();
    if (outputClosed.aborted || stdout.write(data)) return;
    this.#emptied ??= untilEmptied(stdout, outputClosed).finally(() => (this.#emptied = undefined));
    await this.#emptied;
  }

  /** All else, to stderr; nothing with `--quiet`, except through `fail`. */
  say(text: string): void {
    if (!this.#surroundings.quiet) this.fail(text);
  }

  /** To stderr, `--quiet` or not. */
  fail(text: string): void {
    this.#turn.flush();
    this.#surroundings.stderr.write(text);
  }

  /** From now on a terminal that takes nothing holds up nobody: for who answers others while it writes. */
  unblock(): void {
    unblock(this.#surroundings.stdout, this.#surroundings.stderr);
  }

  /** Where a running session writes: it goes on also where nobody reads. `insteadOf` as for `BoundedOutput`. */
  bounded(insteadOf: (lines: number) => string, mostBytes = mostUnread): { out: BoundedOutput; err: BoundedOutput } {
    const { stdout, stderr, outputClosed: closed } = this.#surroundings;
    return {
      out: new BoundedOutput({ stream: this.#turn.to(stdout), closed, insteadOf, mostBytes }),
      err: new BoundedOutput({ stream: this.#turn.to(stderr), insteadOf, mostBytes }),
    };
  }

  /** No also where the question was left. */
  async confirm(message: string, signal?: AbortSignal): Promise<boolean> {
    return (await this.askWhether(message, signal)) ?? false;
  }

  /** Undefined where the question was left. */
  async askWhether(message: string, signal?: AbortSignal): Promise<boolean | undefined> {
    const { confirm } = await import("@inquirer/prompts");
    return answered(confirm({ message, default: false }, this.#promptContext(signal)), undefined);
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    const { editLine } = await import("./edit-line.ts");
    const answer = await answered(editLine(question, this.#promptContext(signal)), undefined);
    return answer ?? { leftBy: signal?.aborted === true ? "signal" : "Ctrl-C" };
  }

  /** Turns until `stop`, in a terminal; one plain line elsewhere. */
  async spin(text: string): Promise<Spinner> {
    const { stderr, quiet } = this.#surroundings;
    if (stderr.isTTY !== true || quiet) {
      this.say(`${text}\n`);
      return { update: () => undefined, stop: () => undefined };
    }
    const { default: ora } = await import("ora");
    const stream = Object.assign(stderr, { isTTY: true as const });
    const color = this.errLevel === 0 ? false : "cyan";
    const options = { stream: stream as NodeJS.WriteStream, isEnabled: true, discardStdin: false }; // rather than by CI
    const spinner = ora({ text, color, ...options }).start();
    return { update: (now) => void (spinner.text = now), stop: () => void spinner.stop() };
  }

  #promptContext(signal: AbortSignal | undefined) {
    const { stdin, stderr } = this.#surroundings;
    return { input: stdin(), output: stderr, signal };
  }
}

async function untilEmptied(stream: Writable, closed: AbortSignal): Promise<void> {
  let wake: () => void = () => undefined;
  const drained = new Promise<void>((resolve) => stream.once("drain", (wake = resolve)));
  await untilAborted(drained, closed);
  stream.off("drain", wake);
}

/** A prompt that is left (Ctrl-C, Escape, the end of the session) rejects; leaving it is the answer no. */
async function answered<Value, Left>(prompt: Promise<Value>, left: Left): Promise<Value | Left> {
  try {
    return await prompt;
  } catch (cause) {
    if (cause instanceof Error && ["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(cause.name)) {
      return left;
    }
    throw cause;
  }
}
