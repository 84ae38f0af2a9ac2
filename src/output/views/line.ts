import type { DeliveryNotice, EventNotice, Notice } from "../../sessions/index.ts";
import { answerLines, attemptParts } from "../attempt-view.ts";
import { cut, cutStart, fits, textWidth } from "../columns.ts";
import { fittedWords } from "../event/head-line.ts";
import { printable } from "../printable.ts";
import { timeText } from "../quantities.ts";
import { printedBy, printedLines, silent } from "./command-lines.ts";
import { remarks } from "../event/remarks.ts";
import { indent } from "./margins.ts";
import { statusLines } from "./status-lines.ts";
import { writeLines, type CreateView, type NoticeLines, type ViewSurroundings } from "./view.ts";

/** One line an event and one a delivery: for logs, and for eyes that know what comes. */
export const lineView: CreateView = (surroundings) => ({
  show: (notice) => writeLines(linesOf(notice, surroundings), notice, surroundings.output),
  close: () => Promise.resolve(),
});

function linesOf(notice: Notice, surroundings: ViewSurroundings): NoticeLines {
  switch (notice.kind) {
    case "event":
      return { data: eventLine(notice, surroundings) };
    case "delivery":
      return { data: deliveryLine(notice, surroundings) };
    default:
      return { said: statusLines(notice, surroundings) };
  }
}

/** A name in a payload may have any length. */
const headlineWidth = 120;
/** The words that are documented may be many. */
const remarkWidth = 160;

function eventLine(notice: EventNotice, { outTheme: theme, shownPath, width }: ViewSurroundings): string {
  const { fixture, file, number, receivedAt } = notice;
  const start = [theme.faint(timeText(receivedAt)), `#${number}`, theme.strong(fixture.event)].join(gap);
  const said = remarks(notice).map((remark) => `(${cut(remark, remarkWidth)})`);
  const place = file === undefined ? "not recorded" : shownPath(file);
  const room = width() - textWidth(start) - gap.length;
  const { about, remark, where } = fitted(
    notice.headline.map(printable),
    { remark: said.join(gap), where: place },
    room,
  );
  const words = [
    start,
    textWidth(about) > 0 ? about : "",
    remark && theme.careful(remark),
    where && theme.faint(where),
  ];
  return `${words.filter((word) => word !== "").join(gap)}\n`;
}

const gap = "  ";

/** Where a terminal has too little room, a path keeps its end, and what is left is shared. */
function fitted(headline: readonly string[], { remark, where }: { remark: string; where: string }, room: number) {
  const about = fittedWords(headline, headlineWidth);
  const whole = [about, remark, where].filter((word) => word !== "").join(gap);
  if (fits(whole, room)) return { about, remark, where };
  const shortPlace = cutStart(where, Math.max(shortestPlace, Math.floor(room * 0.4)));
  const left = room - textWidth(shortPlace) - gap.length;
  const shortRemark =
    remark === "" ? "" : cut(remark, Math.max(1, headline.length === 0 ? left : Math.floor(left * 0.6)));
  const aboutRoom = remark === "" ? left : left - textWidth(shortRemark) - gap.length;
  const shortAbout = aboutRoom < shortestAbout ? "" : fittedWords(headline, aboutRoom);
  return { about: shortAbout, remark: shortRemark, where: shortPlace };
}

const shortestPlace = 14;
const shortestAbout = 6;
const shortestName = 6;

function deliveryLine(notice: DeliveryNotice, { outTheme: theme, verbose, width }: ViewSurroundings): string {
  const { number, event, target, attempt } = notice;
  const printed = printedBy(notice);
  const { came, said } = attemptParts(printed === undefined ? attempt : silent(attempt), theme);
  const rest = textWidth(`${indent}#${number}   →   ${came}`) + shortestName;
  const start = `${indent}#${number}  ${cut(event, Math.max(1, width() - rest))} → `;
  const room = width() - textWidth(`${start}  ${came}`);
  const name = cutStart(printable(target.name), Math.max(shortestName, room));
  const left = room - textWidth(name) - 3;
  const explained = said === "" || left < shortestAbout ? "" : `   ${cut(said, left)}`;
  const line = `${start}${theme.name(name)}  ${came}${explained}`;
  const answer = verbose ? answerLines(attempt) : [];
  const below = printed === undefined ? answer : printedLines(printed, { verbose });
  const others = below.map((one) => `${indent}  ${theme.faint(cut(one, width() - indent.length - 2))}`);
  return [line, ...others, ""].join("\n");
}
