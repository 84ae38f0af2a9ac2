import type { CatalogEvent } from "../../events/index.ts";
import { columns, padded, wrapped } from "../columns.ts";
import { commandBeside } from "../shell-lines.ts";
import type { Theme } from "../theme.ts";
import { factText, shapeWord } from "./words.ts";

export interface CatalogViewSurroundings {
  theme: Theme;
  /** Characters a line holds. */
  width: number;
}

/** An event a line: its name, how sure its content is, when it is sent. In narrow terminals the last stands below. */
export function eventList(events: readonly CatalogEvent[], { theme, width }: CatalogViewSurroundings): string {
  const nameWidth = Math.max(...events.map(({ name }) => name.length));
  const shapeWidth = Math.max(...events.map(({ resource }) => shapeWord(resource).length));
  const rows = events.map((event) => {
    const name = theme.name(padded(event.name, nameWidth));
    const shape = shaded(shapeWord(event.resource), shapeWidth, theme);
    return [`${name}  ${shape}`, factText(event.when)] as const;
  });
  if (width - nameWidth - shapeWidth >= narrowest) return `${columns(rows, width).join("\n")}\n`;
  const below = rows.flatMap(([first, when]) => [
    first.trimEnd(),
    ...wrapped(when, width - 4).map((line) => `    ${line}`),
  ]);
  return `${below.join("\n")}\n`;
}

/** Of the last column, with the gaps in front of it. */
const narrowest = 36;

function shaded(word: string, width: number, theme: Theme): string {
  const text = padded(word, width);
  return word === "documented" ? theme.good(text) : word === "not documented" ? theme.careful(text) : text;
}

/** What the words of the list mean, and where there is more. */
export function eventListLegend(program: string, { theme, width }: CatalogViewSurroundings): string {
  const text =
    "The second column shows where the content's fields are documented: on AppDirect's page about the webhook, in its REST API, or nowhere. (inferred) marks our own conclusions; no AppDirect page confirms them.";
  const details = commandBeside(
    "The details of one event, for example:",
    `${program} events subscription.added`,
    width,
  );
  const lines = [...wrapped(text, width), ...details];
  return `\n${lines.map((line) => theme.faint(line)).join("\n")}\n`;
}
