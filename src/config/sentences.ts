import { HooksError } from "../errors.ts";
import { splitQuery } from "../address.ts";
import { Unusable } from "./option.ts";
import type { SourceValue } from "./sources/source.ts";

/** `--port 70000 cannot be used: a whole number from 0 to 65535 is needed.` */
export function unusable(
  { named, hint }: Pick<SourceValue, "named" | "hint">,
  shown: string,
  reason: Unusable,
): HooksError {
  const text = withoutCredentials(shown);
  const message = `${named} ${text === "" ? '""' : text} cannot be used: ${reason.message}.`;
  return new HooksError("BAD_VALUE", { message, hint: reason.hint ?? hint, cause: reason });
}

/** What the value itself says of its mistake, with what gave it: `No event matches "subscribtion" (from --events).` */
export function mistaken(
  { named, hint }: Pick<SourceValue, "named"> & Partial<SourceValue>,
  mistake: HooksError,
): HooksError {
  const message = `${mistake.message.replace(/\.$/, "")} (from ${named}).`;
  return new HooksError(mistake.code, { message, hint: mistake.hint ?? hint, cause: mistake });
}

export function typedInClear(flag: string): HooksError {
  const hint = `Write it to a file and give ${flag} @<file>, or use the variable.`;
  return unusable(
    { named: flag, hint },
    secretShown,
    new Unusable("what is typed can be read by others on this machine"),
  );
}

export function unreadableSecret(path: string, named: string, cause: unknown): HooksError {
  const message = `The file ${path} cannot be read (asked for with ${named}).`;
  return new HooksError("BAD_VALUE", {
    message,
    hint: "Check the path after the @, and that you may read it.",
    cause,
  });
}

/** What stands in place of a secret. */
export const secretShown = "(a secret)";

/** An address may have a user name and a password, well written or not, and secrets in its query. */
function withoutCredentials(text: string): string {
  const plain = /\w:[^@]*@/.test(text) ? text.replace(/^(\w+:[/\\]*)?.*@/s, "$1[redacted]@") : text;
  const { path, query } = splitQuery(plain);
  return query !== undefined && /^\w+:\/\//.test(path) ? `${path}?[redacted]` : plain;
}
