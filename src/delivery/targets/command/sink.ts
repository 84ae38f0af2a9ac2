import { spawn, type ChildProcess } from "node:child_process";
import { limitText } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { Attempt } from "../../attempt.ts";
import { Deadlines, type Deadline } from "../../deadline.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { Target } from "../../target.ts";
import { argvOf } from "./address.ts";
import { exitedAttempt } from "./answer.ts";
import { keepOutput, lastWords, type CommandOutput } from "./output.ts";
import { redactText } from "../../../authentication/index.ts";
import { startFailure } from "./failure.ts";
import { ProcessGroups } from "./process-groups.ts";
import type { AttemptOptions, Sink, SinkSurroundings } from "../sink.ts";

/** Starts the program for each event, without a shell: the fixture on standard input, its name in APPDIRECT_HOOKS_EVENT. */
export class CommandSink implements Sink {
  readonly #surroundings: SinkSurroundings;
  readonly #deadlines: Deadlines;
  readonly #groups: ProcessGroups;
  readonly #running = new Set<Promise<Attempt>>();

  constructor(surroundings: SinkSurroundings) {
    this.#surroundings = surroundings;
    this.#deadlines = new Deadlines(surroundings.clock);
    this.#groups = new ProcessGroups(surroundings);
  }

  async deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    const surroundings = { ...this.#surroundings, deadlines: this.#deadlines, groups: this.#groups };
    const attempt = run(event, target, options, surroundings);
    this.#running.add(attempt);
    return attempt.finally(() => this.#running.delete(attempt));
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    this.#deadlines.close();
    this.#groups.close();
  }
}

async function run(
  event: OutgoingEvent,
  target: Target,
  options: AttemptOptions,
  { deadlines, ...surroundings }: Omit<RunSurroundings, "deadline"> & { deadlines: Deadlines },
): Promise<Attempt> {
  const { clock } = surroundings;
  const startedAt = clock.elapsed();
  const deadline = deadlines.start(options);
  try {
    if (deadline.over !== undefined) return cancelled(0);
    const end = await runToEnd(event, argvOf(target), { ...surroundings, deadline });
    return toAttempt(end, {
      over: deadline.over,
      timeoutMs: options.timeoutMs,
      durationMs: clock.elapsed() - startedAt,
    });
  } finally {
    deadline.stop();
  }
}

type End =
  | { kind: "exited"; exitCode: number; said: CommandOutput }
  | { kind: "ended"; signal: string; said: CommandOutput }
  | { kind: "not started"; program: string; cause: unknown };

interface RunSurroundings extends Pick<SinkSurroundings, "clock" | "env" | "processes"> {
  groups: ProcessGroups;
  deadline: Deadline;
}

async function runToEnd(event: OutgoingEvent, argv: readonly string[], surroundings: RunSurroundings): Promise<End> {
  const [program = "", ...rest] = argv;
  const { clock, groups, deadline } = surroundings;
  const input = event.fixtureText();
  try {
    const child = start(program, rest, event, surroundings);
    const said = keepOutput(child);
    const group = groups.add(child);
    deadline.onOver(() => group.end());
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const ending = exitOf(child);
    giveInput(child, input);
    const { exitCode, signal } = await ending;
    deadline.stop();
    await group.release(closed);
    // What it started itself may hold the pipes open; its last words are not waited for long.
    await within(clock, outputWaitMs, closed);
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    return exitCode === null
      ? { kind: "ended", signal: signal ?? "a signal", said: said() }
      : { kind: "exited", exitCode, said: said() };
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return { kind: "not started", program: redactText(program), cause };
  }
}

const outputWaitMs = 1_000;

function start(
  program: string,
  args: readonly string[],
  { event }: OutgoingEvent,
  { env, processes }: Pick<RunSurroundings, "env" | "processes">,
) {
  return spawn(program, args, {
    env: { ...env, APPDIRECT_HOOKS_EVENT: event },
    shell: false,
    windowsHide: true,
    stdio: "pipe",
    detached: processes.platform !== "win32", // a group of its own: a Ctrl-C at the terminal reaches it through us alone
  });
}

function exitOf(child: ChildProcess): Promise<{ exitCode: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.once("exit", (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

/** A program need not read its input: that it ended or closed the pipe first is no failure, its exit code tells. */
function giveInput(child: ChildProcess, text: string): void {
  child.stdin?.on("error", () => child.stdin?.destroy());
  child.stdin?.end(text);
}

interface RunFacts extends Pick<Deadline, "over"> {
  timeoutMs: number;
  durationMs: number;
}

function toAttempt(end: End, { over, timeoutMs, durationMs }: RunFacts): Attempt {
  if (end.kind === "not started") return { outcome: "failed", ...startFailure(end.program, end.cause), durationMs };
  if (over === "cancelled") return cancelled(durationMs);
  const said = { lastWords: lastWords(end.said), printed: end.said };
  if (over === "timed out") {
    const detail = `not finished within ${limitText(timeoutMs)}`;
    return { outcome: "failed", reason: "timed out", detail, durationMs, ...said };
  }
  if (end.kind === "exited") return exitedAttempt({ kind: "command", exitCode: end.exitCode, ...end.said }, durationMs);
  return { outcome: "failed", reason: "cut off", detail: `ended by ${end.signal}`, durationMs, ...said };
}

function cancelled(durationMs: number): Attempt {
  return { outcome: "failed", reason: "cancelled", detail: "stopped before it finished", durationMs };
}
