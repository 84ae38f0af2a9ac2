import { htmlWords } from "./html-words.ts";
import { jsonWords, parsedJson } from "./json-words.ts";
import { messageAbove } from "./stack.ts";

/** What a handler answered, as text; of a long body the beginning. */
export interface HandlerBody {
  text: string;
  /** The content type that it gave; its body counts as much. */
  contentType?: string;
}

/** What tells most in the body of an error, on one line of 200 characters at most; empty where nothing does. */
export function handlerWords({ text, contentType = "" }: HandlerBody): string {
  return oneLine(fromJson(text, contentType) ?? fromHtml(text, contentType) ?? fromText(text));
}

function fromJson(text: string, contentType: string): string | undefined {
  if (!/[/+]json\b/i.test(contentType) && !text.trimStart().startsWith("{")) return undefined;
  const value = parsedJson(text.trim());
  return value === undefined ? undefined : (jsonWords(value) ?? text);
}

function fromHtml(text: string, contentType: string): string | undefined {
  const isHtml = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
  return isHtml || /^\s*<(?:!doctype html|html)\b/i.test(text) ? htmlWords(text) : undefined;
}

function fromText(text: string): string {
  if (/^\s*Traceback \(/.test(text)) return messageAbove(text);
  const letter = text.search(/\p{L}/u);
  const start = letter === -1 ? 0 : text.lastIndexOf("\n", letter) + 1;
  const [line = "", next = ""] = text.slice(start).trimStart().split(/\r?\n/, 2);
  return /^\w+ at \/\S*$/.test(line) ? `${line}: ${next}` : line; // Django's page where no HTML is asked for
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 200);
  return line.replace(/[\ud800-\udbff]$/, ""); // half a character at the cut
}
