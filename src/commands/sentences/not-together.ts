import { HooksError } from "../../errors.ts";

/** For two that were given and do not go together, as `message` says. */
export function notTogether(message: string): HooksError {
  return new HooksError("USAGE", { message, hint: "Leave one of them out." });
}
