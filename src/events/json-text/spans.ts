// Where values stand in a JSON text. Each function takes a text that JSON.parse has taken; of any other it makes no sense.

import { code, isSpace } from "./characters.ts";

export interface Span {
  start: number;
  /** Of the character after it. */
  end: number;
}

export interface MemberSpan extends Span {
  key: string;
  /** Where the key begins; `start` and `end` are the value's. */
  keyStart: number;
}

/** The whole value, without the white space around it. */
export function rootSpan(text: string): Span {
  return valueSpan(text, 0);
}

/** The members of the object that begins there, in the order of the text; a repeated key comes as often as it stands there. */
export function* memberSpans(text: string, { start }: Span): Generator<MemberSpan> {
  let position = afterSpace(text, start + 1);
  while (text[position] !== "}") {
    const keyStart = position;
    const keyEnd = endOfString(text, keyStart);
    const value = valueSpan(text, afterSpace(text, keyEnd) + 1);
    yield { key: stringIn(text.slice(keyStart, keyEnd)), keyStart, ...value };
    position = afterComma(text, value.end);
  }
}

/** The items of the list that begins there. */
export function* itemSpans(text: string, { start }: Span): Generator<Span> {
  let position = afterSpace(text, start + 1);
  while (text[position] !== "]") {
    const item = valueSpan(text, position);
    yield item;
    position = afterComma(text, item.end);
  }
}

/** The position after the string that begins there. */
export function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

function valueSpan(text: string, position: number): Span {
  const start = afterSpace(text, position);
  return { start, end: endOfValue(text, start) };
}

/** The position after the value that begins there. */
export function endOfValue(text: string, start: number): number {
  switch (text[start]) {
    case '"':
      return endOfString(text, start);
    case "{":
    case "[":
      return endOfContainer(text, start);
    default:
      scalar.lastIndex = start;
      scalar.test(text);
      return scalar.lastIndex;
  }
}

/** Without recursion, so that it may be nested to any depth; by character codes, for it reads every payload whole. */
function endOfContainer(text: string, start: number): number {
  let depth = 0;
  let position = start;
  do {
    switch (text.charCodeAt(position)) {
      case code.quote:
        position = endOfString(text, position);
        continue;
      case code.openBrace:
      case code.openBracket:
        depth += 1;
        break;
      case code.closeBrace:
      case code.closeBracket:
        depth -= 1;
    }
    position += 1;
  } while (depth > 0);
  return position;
}

const scalar = /[-+.\w]*/y;

export function afterSpace(text: string, position: number): number {
  if (!isSpace(text.charCodeAt(position))) return position;
  if (!isSpace(text.charCodeAt(position + 1))) return position + 1;
  space.lastIndex = position; // quicker where there is much of it
  space.test(text);
  return space.lastIndex;
}

const space = /[ \t\r\n]*/y;

/** Where the next part begins, or the bracket stands that ends the container. */
export function afterComma(text: string, position: number): number {
  const next = afterSpace(text, position);
  return text[next] === "," ? afterSpace(text, next + 1) : next;
}

function isEscaped(text: string, position: number): boolean {
  let before = position;
  while (text[before - 1] === "\\") before -= 1;
  return (position - before) % 2 === 1;
}

/** What a string's token says. */
export function stringIn(token: string): string {
  if (!token.includes("\\")) return token.slice(1, -1);
  const value: string = JSON.parse(token);
  return value;
}
