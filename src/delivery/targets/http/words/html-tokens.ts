import { decodeEntities } from "./html-entities.ts";

/** A piece of a page. Names of elements are in small letters; `code` is what stands in a script or a style. */
export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string }
  | { kind: "code"; text: string };

/** The pieces of a page, or of as much of it as is there. Reads it once: any text takes time in proportion to its length. */
export function htmlTokens(page: string): HtmlToken[] {
  const html = page.replace(/<\/?$/, ""); // where it was cut
  const tokens: HtmlToken[] = [];
  for (let at = 0; at < html.length;) {
    const { tokens: found, end } = html[at] === "<" ? readMarkup(html, at) : readText(html, at);
    tokens.push(...found);
    at = end;
  }
  return tokens;
}

interface Reading {
  tokens: readonly HtmlToken[];
  end: number;
}

/** From the character at `from` to the next that may begin a tag. */
function readText(html: string, from: number): Reading {
  const markup = /<(?:\/?[a-z]|[!?])/gi;
  markup.lastIndex = from + 1;
  const end = markup.exec(html)?.index ?? html.length;
  return { tokens: [{ kind: "text", text: decodeEntities(html.slice(from, end)) }], end };
}

function readMarkup(html: string, from: number): Reading {
  if (html.startsWith("<!--", from)) return { tokens: [], end: endAfter(html, "-->", from + 4) };
  if (/[!?]/.test(html[from + 1] ?? "")) return { tokens: [], end: endAfter(html, ">", from) };
  const [tag, slash, name = ""] = tagStart(html, from) ?? [];
  if (tag === undefined) return readText(html, from);
  return readTag(html, { from: from + tag.length, isClosing: slash === "/", name: name.toLowerCase() });
}

function tagStart(html: string, from: number): RegExpExecArray | null {
  const start = /<(\/?)([a-z][a-z0-9-]*)/iy;
  start.lastIndex = from;
  return start.exec(html);
}

const longestAttributes = 1_000;

function readTag(html: string, { from, isClosing, name }: { from: number; isClosing: boolean; name: string }): Reading {
  const close = tagEnd(html, from);
  if (close === -1) return { tokens: [], end: html.length }; // cut in the middle of a tag
  const end = close + 1;
  if (isClosing) return { tokens: [{ kind: "close", name }], end };
  const attributes = html.slice(from, Math.min(close, from + longestAttributes));
  const open = { kind: "open", name, attributes } as const;
  if (name !== "script" && name !== "style") return { tokens: [open], end };
  const codeEnd = endOfCode(html, name, end);
  return { tokens: [open, { kind: "code", text: html.slice(end, codeEnd) }], end: codeEnd };
}

/** Where the `>` of a tag is; one within quotes is not. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const character = html[at];
    if (character === ">") return at;
    if (character !== '"' && character !== "'") continue;
    at = html.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return -1;
}

function endOfCode(html: string, name: "script" | "style", from: number): number {
  const close = name === "script" ? /<\/script/gi : /<\/style/gi;
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}
