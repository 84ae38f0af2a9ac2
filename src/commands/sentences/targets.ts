import { HooksError } from "../../errors.ts";

/** `asker` is where the file was named: `--cacert`, or a variable. */
export function certificatesUnreadable(file: string, asker: string, cause: unknown): HooksError {
  const message = `The file ${file} cannot be read (asked for with ${asker}).`;
  return new HooksError("BAD_VALUE", { message, hint: "It holds certificates in PEM.", cause });
}

export function namedTwice(target: string): HooksError {
  const message = `${target} is named twice for the same events, and would get each of them twice.`;
  return new HooksError("USAGE", { message, hint: "Leave one of them out; replay --times sends more than once." });
}

export function nowhereToSend(): HooksError {
  const message =
    "It is not said where to send (--to), and the last listen of this project forwarded to no address of this machine.";
  return new HooksError("USAGE", { message, hint: "Name the handler: --to 3000, or --to http://localhost:3000/hooks" });
}

export function notAgreed(places: string): HooksError {
  const message = `${places} is neither this machine nor in a private network, and nobody agreed to send there.`;
  return new HooksError("INPUT_NEEDED", { message, hint: "Agree with --yes if that is what you mean." });
}

export function noneReached(names: readonly string[]): HooksError {
  return new HooksError("TARGET_UNREACHABLE", {
    message: `No attempt reached ${names.join(" or ")}.`,
    hint: "Start the handler, or check its address; --wait 10s waits until it is there.",
  });
}
