import { kindNamed, type Target } from "../../delivery/index.ts";
import {
  createTheme,
  jsonLine,
  progressLine,
  replayedJson,
  replayedLine,
  replayEndJson,
  replayRemark,
  replaySummary,
  retryingJson,
  retryingLine,
  type Theme,
} from "../../output/index.ts";
import type { ReplayedNotice, ReplayNotice, ReplayResult, RetryingNotice, Sending } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";

export interface ReplayPrinterSurroundings {
  context: CommandContext;
  options: { json: boolean; verbose: boolean; fresh: boolean; set: readonly unknown[]; unset: readonly unknown[] };
  targets: readonly Target[];
  /** How many deliveries to a target, where it is known. */
  count?: number;
}

/** More than these are a bar and a summary; fewer have a line each. */
const few = 50;
/** Of the failures among many, so many are shown. */
const shownFailures = 5;
const refreshMs = 100;

/** Said at the end: only then is it known whether a change found its place in any payload. */
const sameUuid =
  "The changed event keeps its uuid, so a handler that drops repeats ignores it. --fresh gives it a new one.\n";

export async function replayPrinter(surroundings: ReplayPrinterSurroundings): Promise<ReplayPrinter> {
  const { terminal } = surroundings.context;
  const outTheme = await createTheme(terminal.outLevel);
  return new ReplayPrinter(surroundings, { outTheme, errTheme: await createTheme(terminal.errLevel) });
}

/** A line for each delivery, or of many a bar and the first failures; at the end a summary. */
export class ReplayPrinter {
  readonly #surroundings: ReplayPrinterSurroundings;
  readonly #outTheme: Theme;
  readonly #errTheme: Theme;
  /** How many deliveries, where it is known. */
  readonly #total: number | undefined;
  readonly #isMany: boolean;
  readonly #drawsBar: boolean;
  readonly #began: number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #done = 0;
  #failed = 0;
  /** Changes that may not be what was meant. */
  #doubted = 0;

  constructor(surroundings: ReplayPrinterSurroundings, { outTheme, errTheme }: { outTheme: Theme; errTheme: Theme }) {
    const { context, options, targets, count } = surroundings;
    this.#surroundings = surroundings;
    this.#outTheme = outTheme;
    this.#errTheme = errTheme;
    this.#total = count === undefined ? undefined : count * targets.length;
    this.#isMany = !options.verbose && this.#total !== undefined && this.#total > few;
    this.#drawsBar = this.#isMany && !options.json && context.host.stderr.isTTY === true;
    this.#began = context.clock.elapsed();
  }

  notify(notice: ReplayNotice): void {
    if (notice.kind === "replayed") return this.#replayed(notice);
    if (notice.kind === "retrying") return this.#retrying(notice);
    this.#clear();
    if (notice.kind === "warning" && notice.about.startsWith("path ")) this.#doubted += 1;
    this.#surroundings.context.terminal.fail(
      replayRemark(notice, this.#errTheme, this.#surroundings.context.terminal.errWidth),
    );
  }

  #retrying(notice: RetryingNotice): void {
    const { context, options } = this.#surroundings;
    if (options.json) return void context.terminal.out(retryingJson(notice));
    if (this.#isMany) return;
    this.#clear();
    void context.terminal.out(retryingLine(notice, this.#outTheme));
  }

  end(result: ReplayResult): void {
    const { context, options } = this.#surroundings;
    const { terminal, program } = context;
    this.#clear();
    const changes = options.set.length + options.unset.length;
    if (changes > this.#doubted && result.sent > 0 && !options.fresh) terminal.say(sameUuid);
    if (options.json) return void terminal.out(replayEndJson(result));
    terminal.say(replaySummary(result, { theme: this.#errTheme, width: terminal.errWidth, program }));
  }

  #replayed(notice: ReplayedNotice): void {
    const { context, options } = this.#surroundings;
    const { terminal } = context;
    const isAccepted = notice.attempt.outcome === "accepted";
    this.#done += 1;
    this.#failed += isAccepted ? 0 : 1;
    if (options.json) return void terminal.out(replayedJson(notice));
    if (!this.#isMany) return void terminal.out(replayedLine(notice, this.#outTheme, options));
    if (!isAccepted && this.#failed <= shownFailures) {
      this.#clear();
      void terminal.out(replayedLine(notice, this.#outTheme));
    }
    if (this.#drawsBar) this.#draw();
  }

  #draw(): void {
    const { clock, terminal } = this.#surroundings.context;
    const now = clock.elapsed();
    if (now - this.#drawnAt < refreshMs) return;
    this.#drawnAt = now;
    const progress = { done: this.#done, failed: this.#failed, total: this.#total, elapsedMs: now - this.#began };
    terminal.say(`\r${progressLine(progress, this.#errTheme)}\u001b[K`);
  }

  #clear(): void {
    if (this.#drawsBar) this.#surroundings.context.terminal.say("\r\u001b[K");
  }
}

export async function curlPrinter({ terminal }: CommandContext, options: { json: boolean }): Promise<CurlPrinter> {
  return new CurlPrinter(terminal, await createTheme(terminal.errLevel), options);
}

/** `--dry-run`: a command for each delivery that does the same; with `--json`, what it would send. */
export class CurlPrinter {
  /** How many deliveries were printed. */
  printed = 0;
  /** Fixtures of which it was said that they cannot be sent. */
  unreadable = 0;
  readonly #terminal: CommandContext["terminal"];
  readonly #theme: Theme;
  readonly #json: boolean;

  constructor(terminal: CommandContext["terminal"], theme: Theme, { json }: { json: boolean }) {
    this.#terminal = terminal;
    this.#theme = theme;
    this.#json = json;
  }

  async print({ outgoing, target, presented }: Sending): Promise<void> {
    this.printed += 1;
    const { command, facts } = await kindNamed(target.address.kind).preview(outgoing, target, presented);
    await this.#terminal.out(this.#json ? jsonLine({ type: "request", ...facts }) : `${command}\n`);
  }

  notify(notice: ReplayNotice): void {
    if (notice.kind === "replayed" || notice.kind === "retrying") return;
    if (notice.kind === "unreadable") this.unreadable += 1;
    this.#terminal.fail(replayRemark(notice, this.#theme, this.#terminal.errWidth));
  }
}
