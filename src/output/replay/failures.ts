import type { ReplayResult } from "../../sessions/index.ts";
import { cut, cutStart, fits, padded, textWidth } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText, numberText } from "../quantities.ts";
import type { Theme } from "../theme.ts";

type Failure = ReplayResult["failures"][number];

/** More reasons than these are counted. */
const shownReasons = 5;

/**
 * What failed by status or reason, the most frequent first, each with the first delivery that failed so:
 * `38 × 500  order.added  unknown plan`, and below it the fixture.
 */
export function failureGroups(failures: readonly Failure[], form: FailureForm): string[] {
  const shown = failures.slice(0, shownReasons);
  const digits = Math.max(0, ...shown.map(({ count }) => numberText(count).length));
  const titles = shown.map(({ why, count }) => `${numberText(count).padStart(digits)} × ${printable(why)}`);
  const indent = Math.max(0, ...titles.map(textWidth)) + 2;
  const more = failures.length - shown.length;
  return [
    ...shown.flatMap(({ example }, index) => {
      const title = form.theme.bad(padded(titles[index] ?? "", indent));
      const [first = "", ...rest] = example === undefined ? [] : exampleLines(example, indent + 2, form);
      return [`  ${title}${first}`.trimEnd(), ...rest.map((line) => `  ${" ".repeat(indent)}${line}`)];
    }),
    ...(more > 0 ? [`  and ${countText(more, "more reason")}`] : []),
  ];
}

interface FailureForm {
  theme: Theme;
  width: number;
  hasSeveralTargets: boolean;
}

type Example = NonNullable<Failure["example"]>;

function exampleLines({ event, detail, name, target }: Example, indent: number, form: FailureForm): string[] {
  const { theme, hasSeveralTargets } = form;
  const room = Math.max(20, form.width - indent);
  const [shownEvent, shownName] = [printable(event), printable(name)];
  const to = hasSeveralTargets ? `→ ${cut(printable(target), room - 2)}` : "";
  const said = cut(printable(detail), Math.max(10, room - textWidth(shownEvent) - 2));
  // A path is cut at its beginning: its end has the part of the id that `replay` takes.
  const places = fits(`${shownName} ${to}`.trimEnd(), room)
    ? [`${shownName} ${to}`.trimEnd()]
    : [cutStart(shownName, room), ...(to === "" ? [] : [to])];
  return [`${theme.strong(shownEvent)}  ${said}`, ...places.map((place) => theme.faint(place))];
}
