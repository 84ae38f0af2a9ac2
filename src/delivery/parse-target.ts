import { HooksError } from "../errors.ts";
import type { HeaderList } from "../endpoint.ts";
import { everyEvent, parsePatterns, type EventPatterns } from "../events/index.ts";
import { redactQuery } from "../fixtures/index.ts";
import { checkTargetHeaders } from "./target-headers.ts";
import type { Target } from "./target.ts";

/**
 * A handler as it is named on the command line: a URL, `host:port`, `host:port/path` or a port (`3000` is
 * `http://localhost:3000/`), with the events it gets in front if not all: `subscription.*,order=http://localhost:4001/hooks`.
 * Credentials in the URL become the `authorization` header, and stand neither in the name nor in a message.
 * Throws BAD_VALUE, and what `parsePatterns` throws.
 */
export function parseTarget(text: string, extra: { headers?: HeaderList } = {}): Target {
  const { patterns, address } = splitPatterns(text.trim());
  const url = parseAddress(address, text.trim());
  const authorization = basicAuthorization(url);
  const bare = withoutCredentials(url);
  return {
    name: redactQuery(bare),
    patterns,
    address: { kind: "http", url: bare, ...(authorization !== undefined && { authorization }) },
    headers: checkTargetHeaders(extra.headers ?? []),
  };
}

const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const hostAndPort = /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}_.-]+):\d+(?:[/?#]|$)/iu;
const barePort = /^\d+$/;

/** A URL may hold a `=` too, so what looks like an address is never split. */
function splitPatterns(text: string): { patterns: EventPatterns; address: string } {
  const equals = text.indexOf("=");
  const isAddress = scheme.test(text) || hostAndPort.test(text) || barePort.test(text);
  if (isAddress || equals === -1) return { patterns: everyEvent, address: text };
  if (equals === 0) throw badTarget(`No events stand before the = in the target ${quoted(text)}.`);
  if (text.slice(equals + 1).trim() === "")
    throw badTarget(`No address stands after the = in the target ${quoted(text)}.`);
  return { patterns: parsePatterns(text.slice(0, equals)), address: text.slice(equals + 1).trim() };
}

function parseAddress(address: string, text: string): URL {
  if (address === "") throw badTarget("A target is empty.");
  const full = completeAddress(address, text);
  checkPort(full, text);
  if (!URL.canParse(full)) throw badTarget(`The target ${quoted(text)} has no complete URL.`);
  return new URL(full);
}

function completeAddress(address: string, text: string): string {
  if (barePort.test(address)) return `http://localhost:${address}/`;
  if (hostAndPort.test(address)) return `http://${address}`;
  if (/^https?:\/\//i.test(address)) return address;
  if (scheme.test(address)) throw badTarget(`The target ${quoted(text)} begins with neither http:// nor https://.`);
  throw badTarget(`${quoted(text)} is no target.`);
}

function checkPort(url: string, text: string): void {
  const digits = /^https?:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(url)?.[1];
  if (digits === undefined) return;
  const port = Number(digits);
  if (port < 1 || port > 65_535) throw badTarget(`Port ${digits} in the target ${quoted(text)} is outside 1 to 65535.`);
}

function basicAuthorization(url: URL): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  return `Basic ${Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`).toString("base64")}`;
}

/** Percent signs that encode nothing are meant as they stand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare.href;
}

function badTarget(message: string): HooksError {
  const hint =
    "Give a URL (http://localhost:3000/hooks), host:port (localhost:3000) or a port (3000); events may stand in front (order=3000).";
  return new HooksError("BAD_VALUE", { message, hint });
}

/** What was typed, without the credentials: whatever stands before the last `@`, malformed or not. */
function quoted(text: string): string {
  const at = text.lastIndexOf("@");
  if (at === -1) return `"${text}"`;
  const slashes = text.indexOf("//");
  const from = slashes !== -1 && slashes < at ? slashes + 2 : text.indexOf("=") + 1;
  return `"${text.slice(0, Math.min(from, at))}***${text.slice(at)}"`;
}
