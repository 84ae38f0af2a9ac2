import { splitQuery } from "../address.ts";
import { HooksError } from "../errors.ts";
import type { Unusable } from "./unusable.ts";

/** What gave a value. */
export interface Giver {
  /** What messages call it: `--port`, `APPDIRECT_HOOKS_PORT`, `settings.json: port`; `seed` of the library. */
  named: string;
  /** What to do where it cannot be used, unless the value's own kind says something better. */
  hint: string;
}

/** `--port 70000 is not a whole number from 0 to 65535.`; a variable as a shell writes it: `APPDIRECT_HOOKS_PORT=70000`. */
export function unusable({ named, hint }: Giver, shown: string, reason: Unusable): HooksError {
  const between = /^[A-Z][A-Z\d_]*$/.test(named) ? "=" : " ";
  const message = `${named}${between}${delimited(withoutCredentials(shown))} ${reason.message}.`;
  return new HooksError("BAD_VALUE", { message, hint: reason.hint ?? hint, cause: reason });
}

/** In quotes where it would not be seen where it ends: `"last monday"`. */
function delimited(text: string): string {
  return text === "" || (/\s/.test(text) && !/^["[{]/.test(text)) ? `"${text}"` : text;
}

/** What the value itself says of its mistake, with what gave it: `No event matches "subscribtion" (from --events).` */
export function mistaken({ named, hint }: Pick<Giver, "named"> & Partial<Giver>, mistake: HooksError): HooksError {
  const message = `${mistake.message.replace(/\.$/, "")} (from ${named}).`;
  return new HooksError(mistake.code, { message, hint: mistake.hint ?? hint, cause: mistake });
}

/** An address may have a user name and a password, well written or not, and secrets in its query. */
function withoutCredentials(text: string): string {
  const plain = /\w:[^@]*@/.test(text) ? text.replace(/^(\w+:[/\\]*)?.*@/s, "$1[redacted]@") : text;
  const { path, query } = splitQuery(plain);
  return query !== undefined && /^\w+:\/\//.test(path) ? `${path}?[redacted]` : plain;
}
