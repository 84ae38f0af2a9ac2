import { HooksError } from "../errors.ts";
import type { HeaderList } from "../endpoint.ts";
import { isHopByHop, isWellFormed } from "./forwardable.ts";

/** Headers that somebody wants sent to a target. Throws BAD_VALUE, without the value, for it may be a secret. */
export function checkTargetHeaders(headers: HeaderList): HeaderList {
  for (const [name, value] of headers) {
    if (!isWellFormed(name, value)) {
      throw badHeader(`The header "${name}" cannot be sent: its name or value has characters that no header may have.`);
    }
    if (isHopByHop(name) || name.toLowerCase() === "content-length") {
      throw badHeader(`The header "${name}" cannot be set: it belongs to the connection, which is made anew.`);
    }
  }
  return headers;
}

function badHeader(message: string): HooksError {
  return new HooksError("BAD_VALUE", { message, hint: 'Write a header as "name: value", on one line.' });
}
