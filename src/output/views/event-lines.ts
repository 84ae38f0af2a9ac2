import type { EventNotice } from "../../sessions/index.ts";
import { cut, cutStart, fits, textWidth, wrappedAtMost } from "../columns.ts";
import { bodyLines, changedLines } from "../event/body-lines.ts";
import { headLine } from "../event/head-line.ts";
import { payloadTree } from "../event/payload-tree.ts";
import { remarks } from "../event/remarks.ts";
import { printable } from "../printable.ts";
import { sizeText } from "../quantities.ts";
import { indent, lineWidth } from "./margins.ts";
import type { ViewSurroundings } from "./view.ts";

/** An event: its headline, what is remarkable, its body, and where it is recorded. */
export function eventLines(notice: EventNotice, surroundings: ViewSurroundings): string {
  const { outTheme: theme, verbose } = surroundings;
  const width = lineWidth(surroundings);
  const room = width - indent.length;
  const below = [
    ...remarks(notice).flatMap((remark) =>
      wrappedAtMost(remark, { width: room, most: mostRemarkLines }).map(theme.careful),
    ),
    ...(verbose
      ? wholeEvent(notice, { theme, room })
      : bodyLines(notice, { theme, room, most: surroundings.bodyRows ?? usualRows })),
    recordedLine(notice, room, surroundings),
  ];
  return [headLine(notice, { theme, width }), ...below.map((line) => indent + line), ""].join("\n");
}

/** With its headline, its recording and one delivery, an event takes seven lines. */
const usualRows = 4;

/** What an issue quotes may be long, and ends in advice. */
const mostRemarkLines = 3;

type Space = { theme: ViewSurroundings["outTheme"]; room: number };

/** The headers as they came, and the payload as a tree. */
function wholeEvent(notice: EventNotice, { theme, room }: Space): string[] {
  const { fixture, isTooDeep, shownText, changes } = notice;
  const headers = Object.entries(fixture.request.headers).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as const),
  );
  const headerLines = headers.map(([name, value]) =>
    headerLine(printable(name), printable(String(value)), { theme, room }),
  );
  const isTree = !isTooDeep && fixture.event !== "invalid";
  const body = isTree
    ? payloadTree(shownText, { theme, room: room - 2 })
    : bodyLines(notice, { theme, room: room - 2, most: usualRows });
  const changed = changes === undefined ? [] : changedLines(changes, [], { theme, room, most: Infinity });
  return [
    ...changed,
    theme.faint("headers"),
    ...headerLines,
    theme.faint("payload"),
    ...body.map((line) => `  ${line}`),
  ];
}

/** Cut before it is coloured: what sets a colour has no width, and nothing may end between the two. */
function headerLine(name: string, value: string, { theme, room }: Space): string {
  const start = cut(`  ${name}:`, room);
  const left = room - textWidth(start) - 1;
  return left < 1 ? theme.faint(start) : `${theme.faint(start)} ${cut(value, left)}`;
}

function recordedLine(
  { file, bytes }: EventNotice,
  room: number,
  { outTheme: theme, shownPath }: ViewSurroundings,
): string {
  const size = theme.faint(sizeText(bytes));
  if (file === undefined) return `${theme.faint("not recorded")}  ${size}`;
  const start = theme.faint("recorded");
  const whole = `${start}  ${shownPath(file)}  ${size}`;
  return fits(whole, room) ? whole : `${start}  ${cutStart(shownPath(file), room - "recorded  ".length)}`;
}
