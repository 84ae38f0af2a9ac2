import { HooksError } from "../../errors.ts";

/** For two that were given and do not go together, as `message` says. */
export function notTogether(message: string, hint = "Leave one of them out."): HooksError {
  return new HooksError("USAGE", { message, hint });
}

/** For a flag beside what leaves it nothing to do, as `message` says. */
export function hasNoEffect(message: string, flag: string): HooksError {
  return notTogether(`${message}, so ${flag} has no effect.`);
}

/** For a flag that does nothing without one of `flags`. */
export function isForAnother(
  flag: string,
  { purpose, flags }: { purpose: string; flags: readonly string[] },
): HooksError {
  return new HooksError("USAGE", {
    message: `${flag} has no effect without ${purpose}.`,
    hint: `Add ${flags.join(" or ")}, or leave ${flag} out.`,
  });
}
