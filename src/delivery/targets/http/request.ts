import type { HeaderList } from "../../../endpoint.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import { HttpAddress } from "./address.ts";
import type { Target } from "../../target.ts";

/** The POST that an event becomes for a target. Its URL may hold the target's secrets, its headers any. */
export interface HttpRequest {
  url: string;
  /** `http://localhost:3000` */
  origin: string;
  /** `localhost:3000`, for messages. */
  host: string;
  /** With the query. */
  path: string;
  headers: HeaderList;
  /** The same as undici takes them: a name, its value, a name, … in characters of one byte. */
  fields: string[];
  body: Buffer;
}

/** Of a target that is no URL, undefined. */
export function httpAddressOf({ address }: Target): HttpAddress | undefined {
  return address instanceof HttpAddress ? address : undefined;
}

/** Throws a TypeError for a target that is no URL. */
export function requestOf(event: OutgoingEvent, target: Target): HttpRequest {
  const address = httpAddressOf(target);
  if (address === undefined) throw new TypeError(`A ${target.address.kind} cannot be reached by HTTP.`);
  const { authorization, parts } = address;
  const { origin, host, pathname, search } = parts;
  const own: HeaderList = authorization === undefined ? [] : [["authorization", authorization]];
  const headers = replaceHeaders(replaceHeaders(event.headers, target.headers), own);
  const path = `${pathname}${joinQueries(search.slice(1), event.query)}`;
  const fields: string[] = [];
  for (const [name, value] of headers) fields.push(name, asBytes(value));
  return { url: `${origin}${path}`, origin, host, path, headers, fields, body: event.body };
}

/** Node gives and takes header values with one byte a character; what cannot be one is sent in UTF-8. */
function asBytes(value: string): string {
  return /[^\u0000-\u00ff]/u.test(value) ? Buffer.from(value).toString("latin1") : value;
}

/** The target's path is exact, and the incoming query goes on behind its own. */
function joinQueries(ours: string, incoming: string): string {
  if (ours === "" && incoming === "") return "";
  const joined = [ours, sendable(incoming)].filter((query) => query !== "").join("&");
  return `?${joined}`;
}

/** A query that was edited in a fixture may hold what no request line can; what came over HTTP stays as it is. */
function sendable(query: string): string {
  return query.replace(/[^\u0021-\u00ff]+/g, (run) =>
    [...Buffer.from(run)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
}

function replaceHeaders(headers: HeaderList, by: HeaderList): HeaderList {
  if (by.length === 0) return headers;
  const names = new Set(by.map(([name]) => name.toLowerCase()));
  return [...headers.filter(([name]) => !names.has(name.toLowerCase())), ...by];
}
