import { notSentAgain } from "../../delivery/index.ts";
import { meansAll } from "../../fixtures/index.ts";
import { countText, nounFor, numberText, timeText } from "../../output/index.ts";
import type { Account, JournalTarget } from "../../state/index.ts";
import type { Rest } from "./rest.ts";

/** What is said of all that is owed. */
export function accountLines({ unrecorded, inDoubt, running }: Account, now: Date): string[] {
  return [
    ...(unrecorded > 0 ? [`${unrecorded} undelivered events cannot be resent: they have no file.`] : []),
    ...running.map(
      (startedAt) => `${runText(startedAt, now)} is still running; what it has not delivered is left to it.`,
    ),
    ...(inDoubt > 0 ? [doubtText(inDoubt)] : []),
  ];
}

function doubtText(count: number): string {
  if (count === 1) return "1 delivery is in doubt: replay ended before its answer came. It may arrive twice.";
  return `${numberText(count)} deliveries are in doubt: replay ended before their answers came. They may arrive twice.`;
}

/** What is said of one run that did not come to all it was to send; `count`: of how many files the events are sent. */
export function restLines({ run, criteria, gone, isGone, several }: Rest, count: number, now: Date): string[] {
  const { selection, startedAt, targets } = run;
  const which = runText(startedAt, now).replace("The", "the");
  const names = selection.names.filter((name) => name !== "-").join(", ");
  const most = meansAll(criteria) && targets.some(({ patterns }) => patterns === "*") ? "" : "Up to ";
  return [
    ...(count > 0
      ? [
          `${most}${countText(count, "event")} ${nounFor(count, "is", "are")} from ${which}, which ended before it sent ${nounFor(count, "it", "them")}.`,
        ]
      : []),
    ...(isGone ? [`Nothing that ${which} selected is left: ${names}.`] : []),
    ...(!isGone && gone > 0 ? [goneText(gone, which)] : []),
    ...(several.length > 0 ? [severalText(several, which)] : []),
    ...(selection.names.includes("-") ? [`Events that ${which} read from standard input cannot be resent.`] : []),
  ];
}

function goneText(count: number, which: string): string {
  return `${countText(count, "file")} of ${which} ${nounFor(count, "is", "are")} gone.`;
}

function severalText(names: readonly string[], which: string): string {
  const listed = names.length > 3 ? `${names.slice(0, 3).join(", ")}, …` : names.join(", ");
  const holds = `${countText(names.length, "file")} with several events ${nounFor(names.length, "is", "are")} not resent`;
  return `${holds}, because ${which} did not note which of them it sent: ${listed}.`;
}

/** `The run of 14:05:11`; of another day, `The run of 2026-11-23 14:05:11`. */
function runText(at: Date, now: Date): string {
  const isToday = at.toDateString() === now.toDateString();
  return `The run of ${isToday ? "" : `${dayText(at)} `}${timeText(at)}`;
}

function dayText(at: Date): string {
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** The deliveries that are not made, in words, for each kind of target those of its kind. */
export function leftAside({ events, owedAt }: Account, rests: readonly Rest[]): string[] {
  const counts = new Map<string, number>();
  const count = (targets: readonly JournalTarget[]) => {
    for (const { kind, canBeSentToAgain } of targets)
      if (!canBeSentToAgain) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  for (const { targets } of events) count(targets);
  for (const { run, files } of rests)
    for (const file of files.keys()) if (owedAt(file).length === 0) count(run.missing(file));
  return [...counts].map(([kind, times]) => `${countText(times, "delivery", "deliveries")} ${notSentAgain(kind)}.`);
}
