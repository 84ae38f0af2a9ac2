import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Clock } from "../clock.ts";
import { describeEvent, type EventDescription, type HeaderList, type ReceivedEvent } from "../events/index.ts";
import type { Verdict } from "./authentication/authentication.ts";
import { readBody, type BodyResult } from "./body.ts";

export interface Reception {
  /** The only path that takes webhooks; every path does where it is missing. */
  path?: string;
  maxBodyBytes: number;
  bodyTimeoutMs: number;
  clock: Clock;
  verify(headers: HeaderList): Verdict;
}

/** Why a call was not taken. The reason is for the user; the caller gets the status alone. */
export interface Refusal {
  status: number;
  reason: string;
}

/** A POST becomes a received event, or a refusal. The caller is checked before its body is read. */
export async function receive(request: IncomingMessage, reception: Reception): Promise<ReceivedEvent | Refusal> {
  const receivedAt = reception.clock.now();
  const path = pathBelow(request.url ?? "/", reception.path);
  if (path === undefined) return { status: 404, reason: `POST to another path (${withoutQuery(request.url)})` };
  const headers = headerList(request.rawHeaders);
  const verdict = reception.verify(headers);
  if (!verdict.accepted) return { status: 401, reason: verdict.reason };
  const limits = { maxBytes: reception.maxBodyBytes, timeoutMs: reception.bodyTimeoutMs, clock: reception.clock };
  const result = await readBody(request, limits);
  if (result.outcome !== "read") return refusalOf(result, reception);
  return { receivedAt, method: "POST", path, headers, body: result.body, ...parse(result.body) };
}

/** `undefined` where the request is for another path. A slash at the end makes no difference. */
export function pathBelow(url: string, webhookPath: string | undefined): string | undefined {
  if (webhookPath === undefined) return url.startsWith("/") ? url : "/";
  const [path = "/", query] = splitQuery(url);
  if (path.replace(/\/$/, "") !== webhookPath.replace(/\/$/, "")) return undefined;
  return query === undefined ? "/" : `/?${query}`;
}

function parse(body: Buffer): { parsed: ReceivedEvent["parsed"]; description: EventDescription } {
  const invalid = { parsed: false, description: { name: "invalid", known: false } } as const;
  if (!isUtf8(body)) return invalid;
  try {
    const payload = JSON.parse(body.toString("utf8").replace(/^\uFEFF/, ""));
    return { parsed: { payload }, description: describeEvent(payload) };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return invalid;
    throw cause;
  }
}

function refusalOf(result: Exclude<BodyResult, { outcome: "read" }>, reception: Reception): Refusal {
  switch (result.outcome) {
    case "too large":
      return { status: 413, reason: `a body of more than ${reception.maxBodyBytes} bytes (see --max-body)` };
    case "timed out":
      return { status: 408, reason: `half a body, and not the rest of it within ${reception.bodyTimeoutMs / 1000} s` };
    case "cut off":
      return { status: 400, reason: "half a body, and the connection ended" };
    case "undecodable":
      return { status: 400, reason: `a body that is not ${result.encoding}, as its content-encoding says` };
    case "unknown encoding":
      return { status: 415, reason: `a body in an encoding that is not known (${result.encoding})` };
  }
}

function headerList(raw: readonly string[]): HeaderList {
  return Array.from(
    { length: raw.length / 2 },
    (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""] as const,
  );
}

/** A query may hold secrets. */
function withoutQuery(url: string | undefined): string {
  return splitQuery(url ?? "/")[0].slice(0, 100);
}

function splitQuery(url: string): [path: string, query?: string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}
