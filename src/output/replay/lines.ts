import { durationText, setText } from "../../duration.ts";
import type { ReplayedNotice, RetryingNotice } from "../../sessions/index.ts";
import { answerLines, attemptText } from "../attempt-view.ts";
import { printable } from "../printable.ts";
import type { Theme } from "../theme.ts";

/** `subscription.changed → http://localhost:3000/  200   12 ms  fixtures/…json`; with `-v` below it what was answered. */
export function replayedLine(notice: ReplayedNotice, theme: Theme, { verbose = false } = {}): string {
  const { name, event, target, attempt } = notice;
  const what = `${theme.strong(printable(event))} → ${theme.name(printable(target))}`;
  const line = `${what}  ${attemptText(attempt, theme)}  ${theme.faint(printable(name))}`;
  const below = verbose ? answerLines(attempt) : [];
  return [line, ...below.map((one) => `  ${theme.faint(one)}`), ""].join("\n");
}

/** `subscription.changed → http://localhost:3000/  500   3 ms  attempt 2 of 11, again in 10m  fixtures/…json` */
export function retryingLine({ name, event, target, attempt, number, of, inMs }: RetryingNotice, theme: Theme): string {
  const what = `${theme.strong(printable(event))} → ${theme.name(printable(target))}`;
  const next = theme.careful(
    `attempt ${number} of ${of}, again in ${inMs % 1_000 === 0 ? setText(inMs) : durationText(inMs)}`,
  );
  return `${what}  ${attemptText(attempt, theme)}  ${next}  ${theme.faint(printable(name))}\n`;
}
