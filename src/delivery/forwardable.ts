import type { HeaderList } from "../endpoint.ts";
import { isHeaderText, isToken } from "../header.ts";

/** RFC 9110, 7.6.1, and `expect`, which is agreed anew with each connection. */
const hopByHop = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Made anew for each target. The body is decoded when it is received, so its encoding no longer holds. */
const ours = new Set(["host", "content-length", "content-encoding"]);

/** The headers of an event that go on to a handler, as they came: order, case and repeated names. */
export function forwardableHeaders(headers: HeaderList): HeaderList {
  const named = namedByConnection(headers);
  return headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !hopByHop.has(lower) && !ours.has(lower) && !named.has(lower);
  });
}

export function isHopByHop(name: string): boolean {
  return hopByHop.has(name.toLowerCase());
}

/** Whether HTTP allows this name and value; a fixture can be edited into anything. */
export function isWellFormed(name: string, value: string): boolean {
  return isToken(name) && isHeaderText(value);
}

/** `Connection: close, x-hop` makes `x-hop` hop-by-hop too. */
function namedByConnection(headers: HeaderList): Set<string> {
  const values = headers.filter(([name]) => name.toLowerCase() === "connection").map(([, value]) => value);
  return new Set(values.flatMap((value) => value.split(",")).map((name) => name.trim().toLowerCase()));
}
