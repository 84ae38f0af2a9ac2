import type { DeliveryNotice, EventNotice, Notice } from "../../sessions/index.ts";
import { answerLines, attemptText } from "../attempt-view.ts";
import { cut } from "../columns.ts";
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

function eventLine(notice: EventNotice, { outTheme: theme, shownPath }: ViewSurroundings): string {
  const { fixture, file, number, receivedAt, headline } = notice;
  const words = [
    theme.faint(timeText(receivedAt)),
    `#${number}`,
    theme.strong(fixture.event),
    cut(printable(headline.join(" · ")), headlineWidth),
    ...remarks(notice).map((remark) => theme.careful(`(${cut(remark, remarkWidth)})`)),
    theme.faint(file === undefined ? "not recorded" : shownPath(file)),
  ];
  return `${words.filter((word) => word !== "").join("  ")}\n`;
}

function deliveryLine(notice: DeliveryNotice, { outTheme: theme, verbose }: ViewSurroundings): string {
  const { number, event, target, attempt } = notice;
  const printed = printedBy(notice);
  const came = attemptText(printed === undefined ? attempt : silent(attempt), theme);
  const line = `${indent}#${number}  ${event} → ${theme.name(printable(target.name))}  ${came}`;
  const answer = verbose ? answerLines(attempt) : [];
  const below = printed === undefined ? answer : printedLines(printed, { verbose });
  return [line, ...below.map((one) => `${indent}  ${theme.faint(one)}`), ""].join("\n");
}
