import { durationText } from "../../duration.ts";
import type { ReplayOptions, ReplayResult } from "../../sessions/index.ts";
import { columns, hanging } from "../columns.ts";
import { countText, numberText } from "../quantities.ts";
import { commandBeside, hintLines, resendLines } from "../shell-lines.ts";
import type { Theme } from "../theme.ts";
import { failureGroups } from "./failures.ts";

/** How a run was meant, for what is said at its end. */
export interface SummaryForm extends Pick<ReplayOptions, "timing" | "concurrency" | "order"> {
  theme: Theme;
  width: number;
  program: string;
  /** Whether each delivery had a line of its own: what failed is not told once more then. */
  isListed: boolean;
  /** Whether an example names its target. */
  hasSeveralTargets: boolean;
  /** Whether `--failed` would send what this run did not come to. */
  canGoOn: boolean;
}

/** What became of all, for a person. */
export function replaySummary(result: ReplayResult, form: SummaryForm): string {
  const { theme, width } = form;
  const stopped = result.interrupted ? [theme.careful("Stopped before everything was sent.")] : [];
  const groups = form.isListed ? [] : failureGroups(result.failures, form);
  const failed = groups.length === 0 ? [] : ["First failure by reason:", ...groups];
  const lines = [...columns(rows(result, form), width), ...behindLines(result, form), ...failed];
  return `${["", ...lines, ...stopped, ...againLines(result, form)].join("\n")}\n`;
}

function rows(result: ReplayResult, form: SummaryForm): (readonly [string, string])[] {
  const { succeeded, failed, retries, unreadable, untaken } = result;
  const { theme } = form;
  const said: (readonly [name: string, text: string] | undefined)[] = [
    ["sent", sentText(result, form)],
    ["delivered", theme.good(numberText(succeeded))],
    failed > 0 ? ["failed", failedText(result, form)] : undefined,
    retries > 0 ? ["retried", countText(retries, "time")] : undefined,
    unreadable > 0 ? ["unreadable", theme.bad(numberText(unreadable))] : undefined,
    untaken > 0
      ? ["not sent", `${countText(untaken, "event")}: no target takes ${untaken === 1 ? "it" : "them"}`]
      : undefined,
    ...latencyRows(result, form),
  ];
  return said.flatMap((row) => (row === undefined ? [] : [[theme.faint(row[0]), row[1]] as const]));
}

function sentText(result: ReplayResult, { timing }: SummaryForm): string {
  const { sent, durationMs } = result;
  const text = `${countText(sent, "delivery", "deliveries")} in ${durationText(durationMs)}`;
  if (timing !== undefined && "perSecond" in timing && sent > 1)
    return `${text}, ${rateText(reachedRate(result, timing.perSecond))} a second (--rate ${timing.perSecond})`;
  if (sent <= enoughForRate) return text;
  return `${text}, ${rateText(durationMs > 0 ? (sent * 1_000) / durationMs : sent)} a second`;
}

/** What few deliveries a second come to says little. */
const enoughForRate = 20;

/** At which they set out: what is waited for at the end, answers and retries, does not count. */
function reachedRate({ sent, behindMs = 0 }: ReplayResult, perSecond: number): number {
  return (sent - 1) / ((sent - 1) / perSecond + behindMs / 1_000);
}

function rateText(perSecond: number): string {
  return perSecond < 10 ? String(Number(perSecond.toPrecision(2))) : numberText(Math.round(perSecond));
}

function failedText({ failed, failures }: ReplayResult, { theme, isListed }: SummaryForm): string {
  const count = theme.bad(numberText(failed));
  return isListed ? `${count}  ${failures.map((one) => `${numberText(one.count)} × ${one.why}`).join(", ")}` : count;
}

function latencyRows({ latencyMs, sent }: ReplayResult, { timing }: SummaryForm): (readonly [string, string])[] {
  if (latencyMs === undefined || sent < 2) return [];
  const { p50, p90, p99, p999, max } = latencyMs;
  const parts = Object.entries({ p50, p90, p99, "p99.9": p999, max });
  const text = parts.map(([name, ms]) => `${name} ${durationText(ms)}`).join(", ");
  return [["latency", text], ...(timing === undefined ? [] : [["", "from when each was due"] as const])];
}

/** Where it sent later than it was asked to, by more than a hiccup: how much, and what helps. */
function behindLines({ behindMs = 0, durationMs }: ReplayResult, form: SummaryForm): string[] {
  const { theme, width, timing, order, concurrency } = form;
  if (timing === undefined || behindMs <= Math.min(1_000, Math.max(100, durationMs * 0.05))) return [];
  const asked = "pace" in timing ? "--pace" : `--rate ${timing.perSecond}`;
  const oneByOne = order === "all" && concurrency > 1;
  const hint = oneByOne
    ? "With --order all one delivery waits for the other; --order resource lets more out at once."
    : `Raise --concurrency (now ${concurrency}). If that does not help, the handler is the limit.`;
  const message = `Fell behind ${asked}: the last delivery was ${durationText(behindMs)} late.`;
  return [hanging(`${theme.careful("!")} ${message}`, width), ...hintLines(hint, width)];
}

function againLines({ recordedFailures, interrupted }: ReplayResult, form: SummaryForm): string[] {
  const { program, theme, width, canGoOn } = form;
  if (interrupted && canGoOn)
    return commandBeside("To send what is left:", `${program} replay --failed`, width, theme.strong);
  return recordedFailures > 0 ? resendLines(form) : [];
}
