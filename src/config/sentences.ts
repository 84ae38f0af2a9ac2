import { HooksError } from "../errors.ts";

export function typedInClear(flag: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `${flag} does not accept a typed secret: others on this machine could read it.`,
    hint: `Write it to a file and use ${flag} @<file>, or set the variable.`,
  });
}

export function unreadableSecret(path: string, named: string, cause: unknown): HooksError {
  const message = `The file ${path} cannot be read (from ${named}).`;
  return new HooksError("BAD_VALUE", {
    message,
    hint: "Check the path after the @ and the permissions of the file.",
    cause,
  });
}

/** What stands in place of a secret. */
export const secretShown = "[redacted]";
