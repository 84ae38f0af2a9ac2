import { durationText, longText, secondsText, setText, unitsMs } from "../../duration.ts";
import { answerLines, attemptParts } from "../attempt-view.ts";
import { cut, cutStart, fits, padded, textWidth, wrappedAtMost } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";
import { indent, lineWidth } from "../views/margins.ts";
import type { AttemptNotice, SimulateViewSurroundings } from "./surroundings.ts";

type Surroundings = Omit<SimulateViewSurroundings, "output"> & { url: string };

/** `→ http://localhost:3000/   503   12 ms   again in 5 min`; over more lines where that does not fit. */
export function attemptLines(notice: AttemptNotice, surroundings: Surroundings): string {
  const { outTheme: theme, verbose } = surroundings;
  const room = lineWidth(surroundings) - indent.length;
  const { came, said } = attemptParts(notice.attempt, theme);
  const name = printable(notice.webhook.url);
  const shortName = cutStart(name, Math.max(shortestName, room - textWidth(`→    ${came}`)));
  const start = `→ ${theme.name(padded(shortName, 8))}   ${came}`;
  const remarks = [markOf(notice), said, nextText(notice, surroundings)].filter((text) => text !== "");
  const whole = [start, ...remarks].join("   ");
  const isOneLine = fits(whole, room);
  const most = verbose ? Infinity : mostLines;
  const below = isOneLine ? [] : remarks.flatMap((one) => wrappedAtMost(one, { width: room - 2, most }));
  const answer = verbose ? answerLines(notice.attempt).map((line) => cut(line, room - 2)) : [];
  const lines = [isOneLine ? whole : start, ...[...below, ...answer].map((line) => `  ${theme.faint(line)}`)];
  return lines.map((line) => `${indent}${line}\n`).join("");
}

const shortestName = 12;

/** They tell enough, unless all is wanted. */
const mostLines = 2;

function markOf({ logged }: AttemptNotice): string {
  if (logged.isDuplicate === true) return "sent twice";
  return logged.isManual === true ? "resent" : "";
}

/** What follows a failure: another attempt, or none. */
function nextText({ entry, logged, again }: AttemptNotice, { timeScale, url, resend }: Surroundings): string {
  if (again !== undefined)
    return `again in ${setText(again.inMs)}${timeScale === 1 ? "" : ` (here ${hereText(again.hereMs)})`}`;
  if (logged.delivered || logged.isManual === true || logged.isDuplicate === true) return "";
  const given = `given up after ${countText(logged.number, "attempt")}`;
  if (resend === undefined) return given;
  return `${given}; to resend it: ${resend.method} ${url}${resend.path.replace("{id}", entry)}`;
}

/** `0.3 s`, in tenths below ten seconds. */
function hereText(ms: number): string {
  if (ms < unitsMs.s / 10) return durationText(ms);
  return ms < 10 * unitsMs.s ? secondsText((Math.round(ms / 100) / 10) * unitsMs.s) : longText(ms);
}
