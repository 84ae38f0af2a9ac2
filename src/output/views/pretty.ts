import type { DeliveryNotice, EventNotice, Notice } from "../../sessions/index.ts";
import { answerLines, attemptText } from "../attempt-view.ts";
import { cut, padded } from "../columns.ts";
import { printable } from "../printable.ts";
import { printedBy, printedLines, silent } from "./command-lines.ts";
import { bodyLines, headLine, indent, remarks } from "./event-lines.ts";
import { statusLines } from "./status-lines.ts";
import { writeLines, type CreateView, type NoticeLines, type View, type ViewSurroundings } from "./view.ts";

/** A block for each event; deliveries stand below it, or say which event they belong to. */
export const prettyView: CreateView = (surroundings) => new PrettyView(surroundings);

class PrettyView implements View {
  readonly #surroundings: ViewSurroundings;
  /** The number of the event that was shown last. */
  #latest = 0;

  constructor(surroundings: ViewSurroundings) {
    this.#surroundings = surroundings;
  }

  show(notice: Notice): void {
    writeLines(this.#linesOf(notice), notice, this.#surroundings.output);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #linesOf(notice: Notice): NoticeLines {
    switch (notice.kind) {
      case "event":
        this.#latest = notice.number;
        return { data: eventBlock(notice, this.#surroundings) };
      case "delivery":
        return { data: deliveryLines(notice, notice.number === this.#latest, this.#surroundings) };
      default:
        return { said: statusLines(notice, this.#surroundings) };
    }
  }
}

function eventBlock(notice: EventNotice, surroundings: ViewSurroundings): string {
  const { outTheme: theme, shownPath } = surroundings;
  const recorded =
    notice.file === undefined ? theme.faint("not recorded") : `${theme.faint("recorded")} ${shownPath(notice.file)}`;
  const below = [
    ...remarks(notice).map((remark) => theme.careful(cut(remark, surroundings.width() - indent.length))),
    ...bodyLines(notice, surroundings),
    recorded,
  ];
  return [headLine(notice, surroundings), ...below.map((line) => indent + line), ""].join("\n");
}

function deliveryLines(notice: DeliveryNotice, isBelowEvent: boolean, surroundings: ViewSurroundings): string {
  const { outTheme: theme } = surroundings;
  const { attempt, target } = notice;
  const printed = printedBy(notice);
  const whose = isBelowEvent ? "" : theme.faint(`   (#${notice.number} ${notice.event})`);
  const told = printed === undefined ? attempt : silent(attempt); // what it printed follows
  const line = `${indent}→ ${theme.name(padded(printable(target.name), 8))}   ${attemptText(told, theme)}${whose}`;
  const answer = surroundings.verbose ? answerLines(attempt) : [];
  const below = printed === undefined ? answer : printedLines(printed, surroundings);
  const again = attempt.outcome === "failed" ? sendAgain(notice, surroundings) : [];
  return [line, ...below.map((one) => `${indent}  ${theme.faint(one)}`), ...again, ""].join("\n");
}

/** What to type where an event did not get through, once the handler is mended. */
function sendAgain(
  { file, target }: DeliveryNotice,
  { outTheme: theme, program, shownPath }: ViewSurroundings,
): string[] {
  const { text, canBeSentToAgain } = target.kept;
  if (file === undefined || !canBeSentToAgain) return [];
  const typed = [program, "replay", inShell(shownPath(file)), "--to", inShell(printable(text))].join(" ");
  return [`${indent}  ${theme.faint(`again: ${typed}`)}`];
}

function inShell(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
