import type { DeliveryNotice } from "../../sessions/index.ts";
import { answerLines, attemptParts } from "../attempt-view.ts";
import { cut, cutStart, fits, padded, textWidth, wrappedAtMost } from "../columns.ts";
import { printable } from "../printable.ts";
import { shellLines, shellWord } from "../shell-lines.ts";
import { printedBy, printedLines, silent } from "./command-lines.ts";
import { indent, lineWidth } from "./margins.ts";
import type { ViewSurroundings } from "./view.ts";

/** `→ http://localhost:3000/hooks   200   12 ms`, and below it what explains a failure and what sends the event again. */
export function deliveryLines(notice: DeliveryNotice, isBelowEvent: boolean, surroundings: ViewSurroundings): string {
  const { outTheme: theme, verbose } = surroundings;
  const room = lineWidth(surroundings) - indent.length;
  const { attempt } = notice;
  const printed = printedBy(notice);
  const { came, said } = attemptParts(printed === undefined ? attempt : silent(attempt), theme); // what it printed follows
  const number = `#${notice.number}`;
  const fullName = `   (${number} ${notice.event})`;
  const isNarrow = textWidth(`→    ${came}${fullName}`) + shortestName > room;
  const whose = isBelowEvent ? "" : isNarrow ? `   (${number})` : fullName;
  const name = printable(notice.target.name);
  const shortName = cutStart(name, Math.max(shortestName, room - textWidth(`→    ${came}${whose}`)));
  const start = `→ ${theme.name(padded(shortName, 8))}   ${came}`;
  const whole = `${start}${said === "" ? "" : `   ${said}`}${theme.faint(whose)}`;
  const isOneLine = fits(whole, room);
  const most = verbose ? Infinity : mostLines;
  const explained = isOneLine || said === "" ? [] : wrappedAtMost(said, { width: room - 2, most });
  const answer = printed === undefined ? (verbose ? answerLines(attempt) : []) : printedLines(printed, surroundings);
  const below = [...explained, ...answer.map((line) => cut(line, room - 2))].map(theme.faint);
  const again = attempt.outcome === "failed" ? sendAgain(notice, room - 2, surroundings) : [];
  const lines = [isOneLine ? whole : start + theme.faint(whose), ...[...below, ...again].map((line) => `  ${line}`)];
  return lines.map((line) => `${indent}${line}\n`).join("");
}

const shortestName = 12;

/** They tell enough, unless all is wanted. */
const mostLines = 2;

/** What to type where an event did not get through, once the handler is fixed. */
function sendAgain(
  notice: DeliveryNotice,
  room: number,
  { outTheme: theme, program, shownPath }: ViewSurroundings,
): string[] {
  const { file, target } = notice;
  const { text, canBeSentToAgain } = target.kept;
  if (file === undefined || !canBeSentToAgain) return [];
  const typed = `${program} replay ${shellWord(idOf(notice) ?? pathTyped(shownPath(file)))} --to ${shellWord(printable(text))}`;
  const line = `resend with: ${typed}`;
  return fits(line, room)
    ? [theme.faint(line)]
    : [theme.faint("resend with:"), ...shellLines(typed, room).map(theme.faint)];
}

/** The beginning of the event's id, where that names this recording and no other of the same event. */
function idOf({ uuid = "", file = "" }: DeliveryNotice): string | undefined {
  const id = uuid.slice(0, 8).toLowerCase();
  return /^[a-z0-9]{8}$/.test(id) && file.endsWith(`-${id}.json`) ? id : undefined;
}

/** Not read as an option. */
function pathTyped(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}
