import { kindNamed } from "../../delivery/index.ts";
import {
  createTheme,
  jsonLine,
  replayedJson,
  replayedLine,
  replayEndJson,
  replayRemark,
  replaySummary,
  retryingJson,
  retryingLine,
  type Theme,
} from "../../output/index.ts";
import type { ReplayedNotice, ReplayNotice, ReplayOptions, ReplayResult, Sending } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";
import { type Expected, ReplayProgress } from "./progress.ts";

export interface ReplayPrinterSurroundings {
  context: Pick<CommandContext, "terminal" | "clock" | "program"> & { host: Pick<CommandContext["host"], "stderr"> };
  options: { json: boolean; verbose: boolean };
  replay: Pick<ReplayOptions, "targets" | "alteration" | "timing" | "concurrency" | "order" | "selection">;
  /** How many deliveries there will be, where that is known, or how many at most. */
  expected?: Expected;
  most?: number;
  /** Whether another program reads standard output. */
  isOutTaken: boolean;
  /** Whether a payload was changed in an editor. */
  hasEdited(): boolean;
}

/** More than these are progress and a summary; fewer have a line each. */
const few = 50;
/** Of the failures among many, so many are shown. */
const shownFailures = 5;

/** Where it was not known that there are many. */
const onlyFailures = `From here on only failures have a line, ${shownFailures} at most (-v shows every delivery).\n`;

/** Said at the end: only then is it known whether a change found its place in any payload. */
const sameUuid =
  "The changed event keeps its uuid, so a handler that drops repeats ignores it. --fresh gives it a new one.\n";

const unchangedAgain =
  "The files are as they were: replay --failed sends them without these changes, unless you repeat the options.\n";

export async function replayPrinter(surroundings: ReplayPrinterSurroundings): Promise<ReplayPrinter> {
  const { terminal } = surroundings.context;
  const outTheme = await createTheme(terminal.outLevel);
  return new ReplayPrinter(surroundings, { outTheme, errTheme: await createTheme(terminal.errLevel) });
}

/** A line for each delivery, or of many progress and the first failures; at the end a summary. */
export class ReplayPrinter {
  readonly #surroundings: ReplayPrinterSurroundings;
  readonly #outTheme: Theme;
  readonly #errTheme: Theme;
  readonly #progress: ReplayProgress;
  /** Whether each delivery has a line. */
  #isListed: boolean;
  #listed = 0;
  #shownFailures = 0;
  /** Changes that may not be what was meant. */
  #doubted = 0;
  /** What is sent is noted nowhere: nothing can be sent again from there. */
  #isJournalLost = false;

  constructor(surroundings: ReplayPrinterSurroundings, { outTheme, errTheme }: { outTheme: Theme; errTheme: Theme }) {
    const { context, options, expected, isOutTaken, replay } = surroundings;
    this.#surroundings = surroundings;
    this.#outTheme = outTheme;
    this.#errTheme = errTheme;
    this.#progress = new ReplayProgress({ context, theme: errTheme, expected, timing: replay.timing });
    const areMany = expected !== undefined && expected.count > few;
    this.#isListed = !isOutTaken && (options.verbose || !areMany);
    if (!this.#isListed) this.#beginProgress();
  }

  notify(notice: ReplayNotice): void {
    const { context, options } = this.#surroundings;
    const { terminal } = context;
    this.#progress.count(notice);
    switch (notice.kind) {
      case "replayed":
        return this.#replayed(notice);
      case "retrying":
        if (options.json) void terminal.out(retryingJson(notice));
        else if (this.#isListed) this.#line(retryingLine(notice, this.#outTheme));
        return this.#progress.refresh();
      default:
        if (notice.kind === "warning" && notice.about.startsWith("path ")) this.#doubted += 1;
        if (notice.kind === "warning" && notice.about === "journal unwritable") this.#isJournalLost = true;
        this.#progress.beside(() => terminal.fail(replayRemark(notice, this.#errTheme, terminal.errWidth)));
    }
  }

  end(result: ReplayResult): void {
    const { context, options, replay, hasEdited } = this.#surroundings;
    const { terminal, program } = context;
    this.close();
    const { set, unset, fresh } = replay.alteration;
    const isChanged = hasEdited() || set.length + unset.length > this.#doubted;
    if (isChanged && result.sent > 0 && !fresh) terminal.say(sameUuid);
    if ((isChanged || fresh) && result.recordedFailures > 0 && !this.#isJournalLost) terminal.say(unchangedAgain);
    if (options.json) return void terminal.out(replayEndJson(result));
    const form = { theme: this.#errTheme, width: terminal.errWidth, program, isListed: this.#isListed };
    const hasSeveralTargets = replay.targets.length > 1;
    const canGoOn = replay.selection?.count !== undefined && !this.#isJournalLost;
    const known = this.#isJournalLost ? { ...result, recordedFailures: 0 } : result;
    terminal.say(replaySummary(known, { ...replay, ...form, hasSeveralTargets, canGoOn }));
  }

  /** Also where the run was broken off. */
  close(): void {
    this.#progress.close();
  }

  #replayed(notice: ReplayedNotice): void {
    const { context, options } = this.#surroundings;
    if (options.json) return void context.terminal.out(replayedJson(notice));
    if (this.#isListed) this.#list(notice);
    else if (notice.attempt.outcome !== "accepted") this.#showFailure(notice);
    this.#progress.refresh();
  }

  /** Where it turns out that there are many, the others have no line. */
  #list(notice: ReplayedNotice): void {
    const { options, expected, most = Number.POSITIVE_INFINITY, context } = this.#surroundings;
    this.#listed += 1;
    if (options.verbose || expected !== undefined || most <= few || this.#listed <= few)
      return this.#line(replayedLine(notice, this.#outTheme, options));
    this.#isListed = false;
    context.terminal.say(onlyFailures);
    if (notice.attempt.outcome !== "accepted") this.#showFailure(notice);
    this.#beginProgress();
  }

  #showFailure(notice: ReplayedNotice): void {
    this.#shownFailures += 1;
    if (this.#shownFailures <= shownFailures) this.#line(replayedLine(notice, this.#outTheme));
  }

  #line(text: string): void {
    if (!this.#surroundings.isOutTaken) this.#progress.beside(() => void this.#surroundings.context.terminal.out(text));
  }

  /** With `--json` each delivery is a line, which tells more; and what others write to the terminal would meet the bar. */
  #beginProgress(): void {
    const { context, options, isOutTaken } = this.#surroundings;
    const { isQuiet, outIsTerminal } = context.terminal;
    if (!options.json && !isQuiet && !(isOutTaken && outIsTerminal)) this.#progress.begin();
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
