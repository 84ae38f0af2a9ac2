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
} from "../../output/index.ts";
import type { ReplayNotice, ReplayResult, Sending } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";

export interface ReplayPrinter {
  notify(notice: ReplayNotice): void;
  end(result: ReplayResult): void;
}

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
  "Changed, under the uuid it came with: a handler that drops repeats ignores it (--fresh gives a new one).\n";

export async function replayPrinter({
  context,
  options,
  targets,
  count,
}: ReplayPrinterSurroundings): Promise<ReplayPrinter> {
  const { terminal, clock, program, host } = context;
  const outTheme = await createTheme(terminal.outLevel);
  const errTheme = await createTheme(terminal.errLevel);
  const total = count === undefined ? undefined : count * targets.length;
  const isMany = !options.verbose && (total === undefined ? false : total > few);
  const began = clock.elapsed();
  const drawn = { at: Number.NEGATIVE_INFINITY, done: 0, failed: 0 };
  const drawsBar = isMany && !options.json && host.stderr.isTTY === true;
  const clear = () => void (drawsBar && terminal.say("\r\u001b[K"));
  const changes = options.set.length + options.unset.length;
  let unmatched = 0;

  return {
    notify(notice) {
      if (notice.kind !== "replayed") {
        clear();
        if (notice.kind === "warning" && notice.about === "path unmatched") unmatched += 1;
        return terminal.fail(replayRemark(notice, errTheme));
      }
      drawn.done += 1;
      const isAccepted = notice.attempt.outcome === "accepted";
      drawn.failed += isAccepted ? 0 : 1;
      if (options.json) return void terminal.out(replayedJson(notice));
      if (!isMany) return void terminal.out(replayedLine(notice, outTheme));
      if (!isAccepted && drawn.failed <= shownFailures) {
        clear();
        void terminal.out(replayedLine(notice, outTheme));
      }
      if (drawsBar) draw();
    },
    end(result) {
      clear();
      if (changes > unmatched && result.sent > 0 && !options.fresh) terminal.say(sameUuid);
      if (options.json) return void terminal.out(replayEndJson(result));
      terminal.say(replaySummary(result, { theme: errTheme, width: terminal.width, program }));
    },
  };

  function draw(): void {
    const now = clock.elapsed();
    if (now - drawn.at < refreshMs) return;
    drawn.at = now;
    const { done, failed } = drawn;
    terminal.say(`\r${progressLine({ done, failed, total, elapsedMs: now - began }, errTheme)}\u001b[K`);
  }
}

export interface CurlPrinter {
  print(sending: Sending): Promise<void>;
  notify(notice: ReplayNotice): void;
  printed(): number;
  /** Fixtures of which it was said that they cannot be sent. */
  unreadable(): number;
}

/** `--dry-run`: a command for each delivery that does the same; with `--json`, what it would send. */
export async function curlPrinter({ terminal }: CommandContext, options: { json: boolean }): Promise<CurlPrinter> {
  const theme = await createTheme(terminal.errLevel);
  let printed = 0;
  let unreadable = 0;
  return {
    printed: () => printed,
    unreadable: () => unreadable,
    async print({ outgoing, target, presented }) {
      printed += 1;
      const { command, facts } = await kindNamed(target.address.kind).preview(outgoing, target, presented);
      await terminal.out(options.json ? jsonLine({ type: "request", ...facts }) : `${command}\n`);
    },
    notify(notice) {
      if (notice.kind === "replayed") return;
      if (notice.kind === "unreadable") unreadable += 1;
      terminal.fail(replayRemark(notice, theme));
    },
  };
}
