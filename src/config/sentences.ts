import { HooksError } from "../errors.ts";
import { Unusable, unusable } from "../values/index.ts";

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
