import { htmlTokens, type HtmlToken } from "./html-tokens.ts";
import { isRecord, parsedJson } from "./json-words.ts";
import { messageAbove } from "./stack.ts";

/** What tells most in a page of an error, its beginning is enough; white space as it came. Empty where there is no text. */
export function htmlWords(html: string): string {
  const page = htmlTokens(html);
  const ways = [nextData, exception, whitelabel, preformatted, headed, title];
  for (const way of ways) {
    const words = way(page);
    if (words !== undefined && words.trim() !== "") return words;
  }
  return textWithin(page, "");
}

type Page = readonly HtmlToken[];

/** Next.js in development has nothing but this: its page draws itself in the browser. */
function nextData(page: Page): string | undefined {
  const at = page.findIndex((token) => token.kind === "open" && token.attributes.includes('id="__NEXT_DATA__"'));
  const code = page[at + 1];
  const data = at !== -1 && code?.kind === "code" ? parsedJson(code.text) : undefined;
  if (!isRecord(data) || !isRecord(data["err"])) return undefined;
  const { name, message } = data["err"];
  return typeof message === "string" ? headedBy(typeof name === "string" ? name : "", message) : undefined;
}

/** Django, Rails and Symfony have only the exception's message there, its name in the heading. */
const besideHeading = /(?:^|[\s"'])(?:exception_value|exception-message)(?:$|[\s"'])/;
/** Werkzeug's debugger and ASP.NET's page have both. */
const whole = /(?:^|[\s"'])(?:errormsg|titleerror)(?:$|[\s"'])/;

function exception(page: Page): string | undefined {
  const message = textOf(page, (token) => besideHeading.test(token.attributes));
  if (message !== undefined) return headedBy(textOf(page, isNamed("h1")) ?? "", message);
  return textOf(page, (token) => whole.test(token.attributes));
}

/** Spring Boot's says in its heading and below it only that it is one. The message follows, where it is included. */
function whitelabel(page: Page): string | undefined {
  const at = page.findIndex((token) => token.kind === "text" && token.text.startsWith("There was an unexpected error"));
  return at === -1 ? undefined : textWithin(page.slice(at), "body");
}

function preformatted(page: Page): string | undefined {
  const text = textOf(page, isNamed("pre"));
  return text === undefined ? undefined : messageAbove(text);
}

/** The heading, and the paragraph straight below it: Flask's `abort(422, "unknown plan")` has its words there. */
function headed(page: Page): string | undefined {
  const heading = textOf(page, isNamed("h1"));
  if (heading === undefined) return undefined;
  const end = page.findIndex((token) => token.kind === "close" && token.name === "h1");
  const below = page.slice(end + 1).findIndex((token) => token.kind !== "text" || token.text.trim() !== "");
  const next = page[end + 1 + below];
  const isParagraph = end !== -1 && below !== -1 && next?.kind === "open" && next.name === "p";
  return headedBy(heading, isParagraph ? textWithin(page.slice(end + below + 2), "p") : "");
}

function title(page: Page): string | undefined {
  return textOf(page, isNamed("title"));
}

type OpenTag = Extract<HtmlToken, { kind: "open" }>;

function isNamed(name: string): (token: OpenTag) => boolean {
  return (token) => token.name === name;
}

/** The text of the first element that is wanted; undefined where there is none. */
function textOf(page: Page, isWanted: (token: OpenTag) => boolean): string | undefined {
  const at = page.findIndex((token) => token.kind === "open" && isWanted(token));
  const open = page[at];
  return open?.kind === "open" ? textWithin(page.slice(at + 1), open.name) : undefined;
}

const inline = new Set(["a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "tt", "u", "wbr"]);
const enough = 8_192;

/** The text from here to the end of the element that is open. */
function textWithin(page: Page, name: string): string {
  let text = "";
  let depth = 1;
  for (const token of page) {
    if (token.kind === "open" && token.name === name) depth += 1;
    if (token.kind === "close" && token.name === name) depth -= 1;
    if (depth === 0 || text.length > enough) return text;
    if (token.kind === "text") text += token.text;
    else if (token.kind !== "code" && !inline.has(token.name)) text += token.name === "br" ? "\n" : " ";
  }
  return text;
}

/** `ValueError at /webhooks: unknown plan`; one part where the other is empty or in it already. */
function headedBy(heading: string, message: string): string {
  const [above, below] = [heading.trim(), message.trim()];
  if (above === "" || below.startsWith(above)) return below;
  return below === "" ? above : `${above}: ${below}`;
}
