import type { Change } from "../../fixtures/index.ts";
import type { EventNotice } from "../../sessions/index.ts";
import { cut, padded, textWidth } from "../columns.ts";
import { compact } from "../event-view.ts";
import { printable } from "../printable.ts";
import { timeText } from "../quantities.ts";
import type { Theme } from "../theme.ts";

const longestPath = 40;
const longestValue = 40;
const arrow = " → ";

/** What changed since the last event of the resource: a row a field, `room` characters wide at most. */
export function changeLines(
  { since, changes }: NonNullable<EventNotice["changes"]>,
  { theme, room, rows: most }: { theme: Theme; room: number; rows: number },
): string[] {
  const sinceText = `since ${timeText(since)}`;
  if (changes.length === 0) return [theme.faint(`nothing changed ${sinceText}`)];
  const shown = changes.slice(0, most);
  const widest = Math.min(
    longestPath,
    Math.max(...shown.map(({ path }) => textWidth(cut(printable(path), longestPath)))),
  );
  const rows = shown.map((change) => valuesOf(change, room - widest - 2));
  const texts = shown.map(({ path }, index) => {
    const [before = "", after = ""] = rows[index] ?? [];
    return `${theme.faint(padded(cut(printable(path), longestPath), widest))}  ${before}${arrow}${theme.strong(after)}`;
  });
  const [before = "", after = ""] = rows[0] ?? [];
  const fits = widest + 2 + textWidth(`${before}${arrow}${after}   ${sinceText}`) <= room;
  const [first = "", ...others] = texts;
  const more = changes.length - shown.length;
  return [
    fits ? `${first}   ${theme.faint(sinceText)}` : first,
    ...others,
    ...(more > 0 ? [theme.faint(`… ${more} more`)] : []),
    ...(fits ? [] : [theme.faint(sinceText)]),
  ];
}

/** Both values, cut to the room: what the shorter leaves is the longer's. */
function valuesOf({ before, after }: Change, room: number): [before: string, after: string] {
  const values = room - arrow.length;
  const [one, other] = [cut(compact(before), longestValue), cut(compact(after), longestValue)];
  const half = Math.floor(values / 2);
  const first = cut(one, Math.max(half, values - textWidth(other)));
  return [first, cut(other, values - textWidth(first))];
}
