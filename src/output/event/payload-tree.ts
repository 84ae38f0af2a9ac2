import { indentedJson } from "../../events/index.ts";
import { cut, fits } from "../columns.ts";
import { printable } from "../printable.ts";
import type { Theme } from "../theme.ts";
import { timeMeant } from "./value-text.ts";

export interface TreeSpace {
  theme: Theme;
  /** Characters a line may take; without end where no terminal shows it. */
  room: number;
}

/**
 * A JSON text without white space as an indented tree: a line for each value, strings in quotes so that types are told
 * apart without colours too, what numbers mean behind them.
 */
export function payloadTree(json: string, space: TreeSpace): string[] {
  const all = indentedJson(json).split("\n");
  if (all.length === 1) return lineOf({ indent: 0, start: "", value: json }, space);
  const lines: string[] = [];
  let dashes = "";
  for (const line of all.slice(1, mostLines)) {
    const { indent, key, value } = partsOf(line);
    if (value === "}" || value === "]") continue;
    const start = dashes + (key === undefined ? "- " : `${printable(key)}:`);
    const level = indent - 2 - dashes.length;
    if (key === undefined && (value === "{" || value === "[")) {
      dashes += "- ";
      continue;
    }
    const shown = value === "{" || value === "[" ? "" : value;
    lines.push(...lineOf({ indent: level, start, value: shown }, space));
    dashes = "";
  }
  const left = all.length - mostLines;
  return left > 0 ? [...lines, space.theme.faint(`… ${left} more lines; the fixture has all of them`)] : lines;
}

/** A payload of AppDirect's has some hundred. */
const mostLines = 2_000;

interface LineParts {
  /** Spaces in front. */
  indent: number;
  key?: string;
  value: string;
}

function partsOf(line: string): LineParts {
  const [, spaces = "", key, value = ""] = /^( *)(?:("(?:[^"\\]|\\.)*"): )?(.*?),?$/s.exec(line) ?? [];
  return { indent: spaces.length, ...(key !== undefined && { key: plainKey(key) }), value };
}

/** Without quotes where it is one word. */
function plainKey(key: string): string {
  return /^"[\w$-]+"$/.test(key) ? key.slice(1, -1) : key;
}

/** Characters left to a line however deep it is: from there on all levels have the same margin. */
const leastBehind = 24;

function lineOf(
  { indent, start, value }: { indent: number; start: string; value: string },
  { theme, room }: TreeSpace,
): string[] {
  const margin = " ".repeat(Math.min(indent, Math.max(0, room - leastBehind)));
  const isItem = start.endsWith("- ") || start === "";
  const named = theme.faint(start);
  const nameAlone = margin + theme.faint(cut(start, Math.max(1, room - margin.length)));
  if (value === "") return [nameAlone];
  const colour = colourOf(value, theme);
  const shown = printable(value);
  const meaning = timeMeant(value);
  const whole = `${margin}${start}${isItem ? "" : " "}${shown}`;
  const beside = meaning === undefined ? "" : `  # ${meaning}`;
  if (fits(whole, room)) {
    const shownBeside = fits(whole + beside, room) ? theme.faint(beside) : "";
    return [`${margin}${named}${isItem ? "" : " "}${colour(shown)}${shownBeside}`];
  }
  const below = `${margin}  `;
  const lines = brokenLines(shown, Math.max(10, room - below.length)).map((line) => below + colour(line));
  return [nameAlone, ...lines];
}

/** Broken behind spaces and what separates the parts of an address, so that words stay whole; longer ones are cut. */
function brokenLines(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(/(?<=[\s/?&,;])(?=[^\s/?&,;])/)) {
    if (line !== "" && !fits((line + part).trimEnd(), room)) {
      lines.push(line.trimEnd());
      line = part;
    } else {
      line += part;
    }
  }
  return [...lines, line].map((one) => cut(one, room));
}

function colourOf(value: string, theme: Theme): (text: string) => string {
  if (value.startsWith('"')) return theme.text;
  return /^[-\d]/.test(value) ? theme.number : theme.literal;
}
