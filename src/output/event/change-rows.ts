import type { Change } from "../../fixtures/index.ts";
import { cut, textWidth } from "../columns.ts";
import { printable } from "../printable.ts";
import type { Theme } from "../theme.ts";
import type { Row } from "./rows.ts";
import { valueText } from "./value-text.ts";

const longestPath = 200;
const longestValue = 40;
const arrow = " → ";

/** What changed since the last event of the resource: a row a field. */
export function changeRows(changes: readonly Change[], theme: Theme): Row[] {
  return changes.map((change) => ({
    label: printable(change.path.slice(-longestPath)),
    lines(room) {
      const [before, after] = valuesOf(change, room);
      return [`${before}${arrow}${theme.strong(after)}`];
    },
  }));
}

/** Both values, cut to the room: what the shorter leaves is the longer's. */
function valuesOf({ before, after }: Change, room: number): [before: string, after: string] {
  const values = room - arrow.length;
  const [one, other] = [cut(valueText(before), longestValue), cut(valueText(after), longestValue)];
  const half = Math.floor(values / 2);
  const first = cut(one, Math.max(half, values - textWidth(other)));
  return [first, cut(other, values - textWidth(first))];
}
