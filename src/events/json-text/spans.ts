// Where values stand in a JSON text. Each function takes a text that JSON.parse has taken; of any other it makes no sense.

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

function endOfValue(text: string, start: number): number {
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

/** Without recursion, so that it may be nested to any depth. */
function endOfContainer(text: string, start: number): number {
  let depth = 0;
  let position = start;
  do {
    structure.lastIndex = position;
    structure.test(text);
    const found = structure.lastIndex - 1;
    if (text[found] === '"') {
      position = endOfString(text, found);
      continue;
    }
    depth += text[found] === "{" || text[found] === "[" ? 1 : -1;
    position = found + 1;
  } while (depth > 0);
  return position;
}

const structure = /["{}[\]]/g;
const scalar = /[-+.\w]*/y;
const space = /[ \t\r\n]*/y;

function afterSpace(text: string, position: number): number {
  space.lastIndex = position;
  space.test(text);
  return space.lastIndex;
}

function afterComma(text: string, position: number): number {
  const next = afterSpace(text, position);
  return text[next] === "," ? afterSpace(text, next + 1) : next;
}

function isEscaped(text: string, position: number): boolean {
  let before = position;
  while (text[before - 1] === "\\") before -= 1;
  return (position - before) % 2 === 1;
}

function stringIn(token: string): string {
  if (!token.includes("\\")) return token.slice(1, -1);
  const value: string = JSON.parse(token);
  return value;
}
