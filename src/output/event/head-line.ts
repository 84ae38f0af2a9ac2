import type { EventNotice } from "../../sessions/index.ts";
import { cut, padded, textWidth } from "../columns.ts";
import { printable } from "../printable.ts";
import { timeText } from "../quantities.ts";
import type { Theme } from "../theme.ts";

/** `14:05:11  ● subscription.changed   Acme Corp · CRM Pro`, in `width` characters. */
export function headLine(notice: EventNotice, room: Room): string {
  const { fixture, isKnown, receivedAt, headline } = notice;
  const mark = isKnown ? room.theme.good("●") : room.theme.careful("◌");
  return headed({ at: receivedAt, mark, event: fixture.event, words: headline.map(printable) }, room);
}

interface Room {
  theme: Theme;
  width: number;
}

export interface Head {
  at: Date;
  /** One character, coloured. */
  mark: string;
  event: string;
  /** Behind the name, as far as there is room; printable. */
  words: readonly string[];
}

/** The same of whatever stands above lines about an event. */
export function headed({ at, mark, event, words: all }: Head, { theme, width }: Room): string {
  const name = cut(event, Math.max(1, width - beforeName));
  const start = `${theme.faint(timeText(at))}  ${mark} ${theme.strong(name)}`;
  const nameWidth = width < wideEnough ? name.length : Math.max(name.length, usualName);
  const room = width - beforeName - nameWidth - 2;
  const words = room < shortestHeadline ? "" : fittedWords(all, room);
  return words === "" ? start : `${padded(start, beforeName + nameWidth)}  ${words}`;
}

/** The time, the mark, and the spaces around it. */
const beforeName = 12;
/** As most names are: then headlines stand below each other. */
const usualName = 20;
const wideEnough = 80;
const shortestHeadline = 6;

const between = " · ";

/** The words in one line; where they are too long, the longest are cut first, and the last left out where little would be left of each. */
export function fittedWords(words: readonly string[], room: number): string {
  let fitting = words.map((word) => cut(word, room));
  let tooMuch = textWidth(fitting.join(between)) - room;
  while (tooMuch > 0) {
    const widths = fitting.map(textWidth);
    const widest = Math.max(...widths);
    if (widest <= shortestWord) return fittedWords(words.slice(0, -1), room);
    const share = Math.ceil(tooMuch / widths.filter((one) => one === widest).length);
    const next = Math.max(shortestWord, widest - share, ...widths.filter((one) => one < widest));
    fitting = fitting.map((word, index) => (widths[index] === widest ? cut(word, Math.min(next, widest - 1)) : word));
    tooMuch = textWidth(fitting.join(between)) - room;
  }
  return fitting.join(between);
}

const shortestWord = 10;
