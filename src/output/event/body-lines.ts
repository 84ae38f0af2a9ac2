import type { Change } from "../../fixtures/index.ts";
import type { EventNotice } from "../../sessions/index.ts";
import { cut, fits } from "../columns.ts";
import { printable } from "../printable.ts";
import { timeText } from "../quantities.ts";
import { changeRows } from "./change-rows.ts";
import { matterRows } from "./matter-rows.ts";
import { type Row, type RowSpace, rowLines } from "./rows.ts";
import { valueText } from "./value-text.ts";

/** What stands below an event's headline, in `most` lines: what changed first, then the fields that matter. */
export function bodyLines(notice: EventNotice, space: RowSpace): string[] {
  const { theme, room } = space;
  const { fixture, file, isTooDeep, changes } = notice;
  if (fixture.event === "invalid") return [theme.faint(cut(printable(bytesOf(notice)), room))];
  if (isTooDeep)
    return [
      theme.faint(cut(`nested too deeply to show${file === undefined ? "" : "; the fixture has all of it"}`, room)),
    ];
  const matters = matterRows(notice, theme);
  return changes === undefined ? rowLines(matters, space) : changedLines(changes, matters, space);
}

/** Changes in front of what else matters, and since when: behind the first of them, or on a line of its own if there is one left. */
export function changedLines({ since, changes }: Changes, matters: readonly Row[], space: RowSpace): string[] {
  const { theme, room, most } = space;
  const sinceText = theme.faint(`since ${timeText(since)}`);
  if (changes.length === 0)
    return [`${theme.faint("nothing changed")} ${sinceText}`, ...rowLines(matters, { ...space, most: most - 1 })];
  const labels = matters.map(({ label }) => label);
  const rank = (change: Change) => (labels.includes(nameIn(change)) ? labels.indexOf(nameIn(change)) : labels.length);
  const sorted = changes.toSorted((one, other) => rank(one) - rank(other));
  const shown = sorted.slice(0, changes.length > most ? most - 1 : most);
  const left = changes.length - shown.length;
  const more = { label: "", lines: () => [theme.faint(`… ${left} more changed`)] };
  const names = new Set(changes.map(nameIn));
  const others = left > 0 ? [more] : matters.filter(({ label }) => !names.has(label));
  const [top = "", ...below] = rowLines([...changeRows(shown, theme), ...others], space);
  if (fits(`${top}   ${sinceText}`, room)) return [`${top}   ${sinceText}`, ...below];
  return [top, ...below, sinceText].slice(0, most);
}

function nameIn({ path }: Change): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

type Changes = NonNullable<EventNotice["changes"]>;

/** The beginning of a body that is no JSON, as far as it may be shown. */
function bytesOf({ fixture: { rawBody }, shown, shownText }: EventNotice): string {
  if (rawBody === undefined || shown !== null) return valueText(shownText);
  const { encoding, data } = rawBody;
  return Buffer.from(data.slice(0, 600), encoding).toString("utf8").slice(0, 400);
}
