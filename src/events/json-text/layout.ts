import { endOfString } from "./spans.ts";

/** The same tokens without white space between them. */
export function compactJson(text: string): string {
  let result = "";
  let kept = 0;
  stringOrSpace.lastIndex = 0;
  for (let found = stringOrSpace.exec(text); found !== null; found = stringOrSpace.exec(text)) {
    if (found[0] === '"') {
      stringOrSpace.lastIndex = endOfString(text, found.index);
      continue;
    }
    result += text.slice(kept, found.index);
    kept = stringOrSpace.lastIndex;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** The same tokens laid out as `JSON.stringify(value, null, 2)` does. `compact` has no white space between its tokens. */
export function indentedJson(compact: string): string {
  const parts: string[] = [];
  let kept = 0;
  let level = 0;
  const lineAfter = (position: number) => {
    parts.push(compact.slice(kept, position), `\n${"  ".repeat(level)}`);
    kept = position;
  };
  structure.lastIndex = 0;
  for (let found = structure.exec(compact); found !== null; found = structure.exec(compact)) {
    const { index } = found;
    switch (found[0]) {
      case '"':
        structure.lastIndex = endOfString(compact, index);
        break;
      case "{}":
      case "[]":
        break;
      case ":":
        parts.push(compact.slice(kept, index + 1), " ");
        kept = index + 1;
        break;
      case ",":
        lineAfter(index + 1);
        break;
      case "{":
      case "[":
        level += 1;
        lineAfter(index + 1);
        break;
      default:
        level -= 1;
        lineAfter(index);
    }
  }
  return parts.join("") + compact.slice(kept);
}

const stringOrSpace = /"|[ \t\r\n]+/g;
const structure = /"|\{\}|\[\]|[{}[\],:]/g;
