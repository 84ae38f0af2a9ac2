import { progressLine, progressText, type Theme } from "../../output/index.ts";
import type { ReplayNotice, ReplayOptions } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";

/** How many deliveries there will be: exactly, or about. */
export interface Expected {
  count: number;
  isAbout: boolean;
  /** Of each fixture; so many fewer there are where it cannot be read. */
  ofEach: number;
}

export interface ProgressParts {
  context: Pick<CommandContext, "clock" | "terminal"> & { host: Pick<CommandContext["host"], "stderr"> };
  theme: Theme;
  expected?: Expected;
  timing?: ReplayOptions["timing"];
}

/** Of a bar the shortest time between two; without a terminal there is a line each time. */
const bar = { redrawnMs: 100, tickMs: 1_000 };
const linesEveryMs = 5_000;
/** Behind the bar, so that the `^C` of a terminal stays on its line, which is then cleared. */
const echoWidth = 3;

/** How far a run has come: a bar in a terminal, else a line now and then. Nothing until `begin`, nor after `close`. */
export class ReplayProgress {
  readonly #parts: ProgressParts;
  readonly #isTerminal: boolean;
  readonly #beganAt: number;
  #done = 0;
  #failed = 0;
  #toRetry = 0;
  #unreadable = 0;
  /** How many were on their way when it was stopped, and how many had ended by then. */
  #stopped: { inFlight: number; done: number } | undefined;
  #isShown = false;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #forgetTick: () => void = () => undefined;

  constructor(parts: ProgressParts) {
    this.#parts = parts;
    this.#isTerminal = parts.context.host.stderr.isTTY === true;
    this.#beganAt = parts.context.clock.elapsed();
  }

  begin(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    if (this.#isTerminal) this.#draw();
    this.#tick();
  }

  count(notice: ReplayNotice): void {
    if (notice.kind === "unreadable") this.#unreadable += 1;
    if (notice.kind === "stopping") this.#stopped = { inFlight: notice.inFlight, done: this.#done };
    if (notice.kind === "retrying" && notice.number === 1) this.#toRetry += 1;
    if (notice.kind !== "replayed") return;
    this.#done += 1;
    this.#failed += notice.attempt.outcome === "accepted" ? 0 : 1;
    if (notice.attempts > 1) this.#toRetry -= 1;
  }

  /** After something was counted. */
  refresh(): void {
    if (!this.#isShown || !this.#isTerminal) return;
    if (this.#parts.context.clock.elapsed() - this.#drawnAt >= bar.redrawnMs) this.#draw();
  }

  /** Writes lines where the bar is, and the bar below them. */
  beside(write: () => void): void {
    this.#clear();
    write();
    if (this.#isShown && this.#isTerminal) this.#draw();
  }

  /** Leaves nothing of the bar on the screen. */
  close(): void {
    this.#forgetTick();
    this.#clear();
    this.#isShown = false;
  }

  #tick(): void {
    const { clock, terminal } = this.#parts.context;
    this.#forgetTick = clock.after(this.#isTerminal ? bar.tickMs : linesEveryMs, () => {
      if (this.#isTerminal) this.#draw();
      else terminal.say(`${progressText(this.#progress(), this.#parts.theme)}\n`);
      this.#tick();
    });
  }

  #draw(): void {
    const { clock, terminal } = this.#parts.context;
    this.#drawnAt = clock.elapsed();
    const line = progressLine(this.#progress(), this.#parts.theme, terminal.errWidth - echoWidth);
    terminal.say(`\r${line}\u001b[K`);
  }

  #clear(): void {
    if (this.#isShown && this.#isTerminal) this.#parts.context.terminal.say("\r\u001b[K");
  }

  #progress(): Parameters<typeof progressText>[0] {
    const { context, expected, timing } = this.#parts;
    const count = expected && Math.max(this.#done, expected.count - Math.round(this.#unreadable * expected.ofEach));
    return {
      done: this.#done,
      failed: this.#failed,
      toRetry: Math.max(0, this.#toRetry),
      elapsedMs: context.clock.elapsed() - this.#beganAt,
      ...(expected && count !== undefined && { total: { count, isAbout: expected.isAbout } }),
      ...(timing && { perSecond: "pace" in timing ? "unforeseeable" : timing.perSecond }),
      ...(this.#stopped && { stopping: Math.max(0, this.#stopped.inFlight - (this.#done - this.#stopped.done)) }),
    };
  }
}
