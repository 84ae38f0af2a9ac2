import { redactText } from "../../authentication/index.ts";
import type { ReplayedNotice, ReplayNotice, ReplayResult, RetryingNotice } from "../../sessions/index.ts";
import { answerLines, attemptFacts, attemptText } from "../attempt-view.ts";
import { columns, hanging } from "../columns.ts";
import { hintLines, resendLines } from "../shell-lines.ts";
import { jsonLine, printable } from "../printable.ts";
import { durationText } from "../../duration.ts";
import { countText, numberText, tenths } from "../quantities.ts";
import type { Theme } from "../theme.ts";
import { warningText } from "../warnings.ts";

/** `subscription.changed → http://localhost:3000/  200   12 ms  fixtures/…json`; with `-v` below it what was answered. */
export function replayedLine(notice: ReplayedNotice, theme: Theme, { verbose = false } = {}): string {
  const { name, event, target, attempt } = notice;
  const what = `${theme.strong(printable(event))} → ${theme.name(printable(target))}`;
  const line = `${what}  ${attemptText(attempt, theme)}  ${theme.faint(printable(name))}`;
  const below = verbose ? answerLines(attempt) : [];
  return [line, ...below.map((one) => `  ${theme.faint(one)}`), ""].join("\n");
}

export function replayedJson({ number, name, file, event, uuid, target, attempt, attempts }: ReplayedNotice): string {
  return jsonLine({
    type: "delivery",
    number,
    name,
    file,
    event,
    uuid,
    target,
    ...attemptFacts(attempt),
    ...(attempts > 1 && { attempts }),
  });
}

/** The last line for programs: `delivered` as in the end of a session, times to 0.1 ms. */
export function replayEndJson(result: ReplayResult): string {
  const { sent, succeeded, failed, failures, reachedAny, latencyMs, selected } = result;
  const { unreadable, untaken, durationMs, interrupted } = result;
  const { p50, p90, p95, p99, p999, max } = latencyMs ?? { p50: 0, p90: 0, p95: 0, p99: 0, p999: 0, max: 0 };
  const latency = { p50, p90, p95, p99, p999, max };
  return jsonLine({
    type: "end",
    delivered: succeeded,
    sent,
    failed,
    failures: failures.map(({ why, count }) => ({ why, count })),
    reachedAny,
    selected,
    unreadable,
    untaken,
    interrupted,
    durationMs: tenths(durationMs),
    latencyMs: latencyMs && Object.fromEntries(Object.entries(latency).map(([name, ms]) => [name, tenths(ms)])),
  });
}

/** What is said beside the deliveries. */
type Remark = Exclude<ReplayNotice, ReplayedNotice | RetryingNotice>;

/** `subscription.changed → http://localhost:3000/  500   3 ms  attempt 2 of 11, again in 10m  fixtures/…json` */
export function retryingLine({ name, event, target, attempt, number, of, inMs }: RetryingNotice, theme: Theme): string {
  const what = `${theme.strong(printable(event))} → ${theme.name(printable(target))}`;
  const next = theme.careful(`attempt ${number} of ${of}, again in ${durationText(inMs)}`);
  return `${what}  ${attemptText(attempt, theme)}  ${next}  ${theme.faint(printable(name))}\n`;
}

export function retryingJson({ name, event, uuid, target, attempt, number, of, inMs }: RetryingNotice): string {
  return jsonLine({
    type: "attempt",
    name,
    event,
    uuid,
    target,
    ...attemptFacts(attempt),
    number,
    of,
    inMs: tenths(inMs),
  });
}

/** What is said beside the deliveries, in lines of at most `width` characters. */
export function replayRemark(notice: Remark, theme: Theme, width = Number.POSITIVE_INFINITY): string {
  const { mark, message, hint } = remarkWords(notice);
  const lines = [
    hanging(`${mark === "✖" ? theme.bad(mark) : theme.careful(mark)} ${printable(message)}`, width),
    ...(hint === undefined ? [] : hintLines(hint, width)),
  ];
  return `${lines.join("\n")}\n`;
}

interface RemarkWords {
  mark: "✖" | "!";
  message: string;
  hint?: string | undefined;
}

function remarkWords(notice: Remark): RemarkWords {
  switch (notice.kind) {
    case "unreadable": {
      const { name, hint } = notice;
      const message = notice.message.includes(name) ? notice.message : `${name}: ${notice.message}`;
      return { mark: "✖", message: redactText(message), hint };
    }
    case "hidden": {
      const message = `Not shown, because it looks like a secret: ${notice.places.join(", ")} (in ${notice.name})`;
      return { mark: "!", message, hint: "A replay without --dry-run sends it." };
    }
    case "left out": {
      const message = `Not sent, because it was redacted when ${notice.name} was recorded: ${notice.places.join(", ")}`;
      return { mark: "!", message, hint: presentHint(notice) };
    }
    case "stopping": {
      const message = `Stopping: waiting for ${countText(notice.inFlight, "delivery", "deliveries")} on the way.`;
      return { mark: "!", message, hint: "Press Ctrl-C again to exit at once." };
    }
    case "warning":
      return { mark: "!", ...warningText(notice) };
  }
}

function presentHint({ places, presentedWith }: Extract<ReplayNotice, { kind: "left out" }>): string | undefined {
  const ways = presentedWith.map((needs) => needs.map((name) => `--${name}`).join(" with "));
  const [last, ...others] = ways.toReversed();
  if (last !== undefined)
    return `To send one, use ${[others.toReversed().join(", "), last].filter(Boolean).join(" or ")}.`;
  return places.includes("authorization") ? "To send one, use -H 'authorization: …'." : undefined;
}

/** What became of all, for a person. */
export function replaySummary(
  result: ReplayResult,
  { theme, width, program }: { theme: Theme; width: number; program: string },
): string {
  const {
    sent,
    succeeded,
    failed,
    failures,
    latencyMs,
    durationMs,
    untaken,
    unreadable,
    interrupted,
    recordedFailures,
  } = result;
  const rate = durationMs > 0 ? Math.round((sent * 1_000) / durationMs) : sent;
  const rows: (readonly [string, string])[] = [
    [
      "sent",
      `${countText(sent, "delivery", "deliveries")} in ${durationText(durationMs)}${sent > 20 ? `, ${numberText(rate)} a second` : ""}`,
    ],
    ["delivered", theme.good(numberText(succeeded))],
    ...(failed > 0
      ? [
          [
            "failed",
            `${theme.bad(numberText(failed))}  ${failures.map(({ why, count }) => `${count} × ${why}`).join(", ")}`,
          ] as const,
        ]
      : []),
    ...(unreadable > 0 ? [["unreadable", theme.bad(String(unreadable))] as const] : []),
    ...(untaken > 0
      ? [["not sent", `${countText(untaken, "event")}: no target takes ${untaken === 1 ? "it" : "them"}`] as const]
      : []),
    ...(latencyMs !== undefined && sent > 1
      ? [
          [
            "latency",
            `p50 ${durationText(latencyMs.p50)}, p90 ${durationText(latencyMs.p90)}, p99 ${durationText(latencyMs.p99)}, p99.9 ${durationText(latencyMs.p999)}, max ${durationText(latencyMs.max)}`,
          ] as const,
        ]
      : []),
  ];
  const lines = columns(
    rows.map(([name, text]) => [theme.faint(name), text] as const),
    width,
  );
  const stopped = interrupted ? [theme.careful("Stopped before everything was sent.")] : [];
  const again = recordedFailures > 0 ? resendLines({ program, theme, width }) : [];
  return `${["", ...lines, ...stopped, ...again].join("\n")}\n`;
}
