import { code, isSpace } from "./characters.ts";
import { afterSpace, endOfString } from "./spans.ts";

/** The same tokens without white space between them. */
export function compactJson(text: string): string {
  let result = "";
  let kept = 0;
  let position = 0;
  while (position < text.length) {
    const character = text.charCodeAt(position);
    if (character === code.quote) position = endOfString(text, position);
    else if (isSpace(character)) {
      result += text.slice(kept, position);
      kept = position = afterSpace(text, position);
    } else position += 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/**
 * The same tokens laid out as `JSON.stringify(value, null, 2)` does, within something at `outer` levels. `compact` has no
 * white space between its tokens.
 */
export function indentedJson(compact: string, outer = 0): string {
  const lines: string[] = [];
  let kept = 0;
  let level = outer;
  let position = 0;
  const breakAt = (end: number) => {
    lines.push(compact.slice(kept, end));
    lines.push(lineStart(level));
    kept = end;
  };
  while (position < compact.length) {
    switch (compact.charCodeAt(position)) {
      case code.quote:
        position = endOfString(compact, position);
        continue;
      case code.colon:
        lines.push(compact.slice(kept, position + 1));
        lines.push(" ");
        kept = position + 1;
        break;
      case code.comma:
        breakAt(position + 1);
        break;
      case code.openBrace:
      case code.openBracket:
        if (isClosing(compact.charCodeAt(position + 1))) {
          position += 2;
          continue;
        }
        level += 1;
        breakAt(position + 1);
        break;
      case code.closeBrace:
      case code.closeBracket:
        level -= 1;
        breakAt(position);
    }
    position += 1;
  }
  lines.push(compact.slice(kept));
  return lines.join("");
}

function isClosing(character: number): boolean {
  return character === code.closeBrace || character === code.closeBracket;
}

const lineStarts: string[] = [];

function lineStart(level: number): string {
  return (lineStarts[level] ??= `\n${"  ".repeat(level)}`);
}
