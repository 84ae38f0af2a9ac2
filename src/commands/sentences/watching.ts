import { HooksError } from "../../errors.ts";
import { notTogether } from "./not-together.ts";

export function nothingToWatch(path: string): HooksError {
  const message = `${path}, named with --watch, does not exist.`;
  return new HooksError("BAD_VALUE", { message, hint: "Name a file or a folder, or only --watch for the fixtures." });
}

/** `code` is the system's: `ENOSPC`. */
export function notWatchable(path: string, code: string, cause: unknown): HooksError {
  const message = `${path} cannot be watched (${code}).`;
  const hint =
    code === "ENOSPC" || code === "EMFILE" ? "Too many folders are watched: name a smaller one." : "Name another path.";
  return new HooksError("BAD_VALUE", { message, hint, cause });
}

export function watchAndStandardInput(): HooksError {
  const message = "--watch reads the events again at each change, and standard input (-) can be read only once.";
  return notTogether(message, "Save the events in a file, and name that.");
}
