import { HooksError } from "../../errors.ts";

/** `asker` is where the file was named: `--cacert`, or a variable. */
export function certificatesUnreadable(file: string, asker: string, cause: unknown): HooksError {
  const message = `The file ${file} (from ${asker}) cannot be read.`;
  return new HooksError("BAD_VALUE", { message, hint: "Name a file with PEM certificates.", cause });
}

export function namedTwice(target: string): HooksError {
  const message = `${target} is named twice for the same events and would get each event twice.`;
  return new HooksError("USAGE", {
    message,
    hint: "Leave one of them out. To send events more than once, use replay --times.",
  });
}

export function nowhereToSend(): HooksError {
  const message = "No target: add --to. (The last listen of this project forwarded to no local address.)";
  return new HooksError("USAGE", { message, hint: "For example: --to 3000, or --to http://localhost:3000/hooks" });
}

export function notAgreed(places: string): HooksError {
  const message = `${places} is outside this machine and its private networks.`;
  return new HooksError("INPUT_NEEDED", { message, hint: "To send there anyway, add --yes." });
}

/** `why`: the reasons that stand in the summary. */
export function noneReached(names: readonly string[], why: readonly string[]): HooksError {
  const lacksTokens = why.length > 0 && why.every((reason) => reason === "no access token");
  return new HooksError("TARGET_UNREACHABLE", {
    message: `No attempt reached ${names.join(" or ")}.`,
    hint: lacksTokens
      ? "Check what gets the access token: --client, with --auth oauth2-password also --user, and --token-url."
      : "Start the handler, or check its address. --wait 10s waits until it accepts connections.",
  });
}
