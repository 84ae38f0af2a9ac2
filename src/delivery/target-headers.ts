import type { HeaderList } from "../endpoint.ts";
import { isHopByHop, isWellFormed } from "./forwardable.ts";
import { headerOfConnection, unsendableHeader } from "./sentences.ts";

/** Headers that somebody wants sent to a target. Throws BAD_VALUE, without the value, for it may be a secret. */
export function checkTargetHeaders(headers: HeaderList): HeaderList {
  for (const [name, value] of headers) {
    if (!isWellFormed(name, value)) throw unsendableHeader(name);
    if (isHopByHop(name) || name.toLowerCase() === "content-length") throw headerOfConnection(name);
  }
  return headers;
}
