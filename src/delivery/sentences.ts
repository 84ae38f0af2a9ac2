import { secondsText } from "../duration.ts";
import { HooksError } from "../errors.ts";
import { badTarget } from "./bad-target.ts";

export function emptyTarget(): HooksError {
  return badTarget("A target is empty.");
}

/** `target` is in quotes already, without secrets. */
export function noEventsInFront(target: string): HooksError {
  return badTarget(`No events stand before the = in the target ${target}.`);
}

/** `target` is in quotes already, without secrets. */
export function noAddressBehind(target: string): HooksError {
  return badTarget(`No address stands after the = in the target ${target}.`);
}

/** The same mistake, with what a target may look like. */
export function withForms(cause: HooksError, examples: string): HooksError {
  const hint = `Give ${examples}; events may stand in front (order=3000).`;
  return new HooksError(cause.code, { message: cause.message, hint, cause });
}

/** Without the value, for it may be a secret. */
export function unsendableHeader(name: string): HooksError {
  return badHeader(`The header "${name}" cannot be sent: its name or value has characters that no header may have.`);
}

export function headerOfConnection(name: string): HooksError {
  return badHeader(`The header "${name}" cannot be set: it belongs to the connection, which is made anew.`);
}

function badHeader(message: string): HooksError {
  return new HooksError("BAD_VALUE", { message, hint: 'Write a header as "name: value", on one line.' });
}

export function badStatuses(text: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `"${text}" is no list of HTTP statuses.`,
    hint: "Give statuses from 200 on and ranges, separated by commas: 200-299,404.",
  });
}

export function noCertificate(cause: unknown): HooksError {
  return new HooksError("BAD_VALUE", {
    message: "The file with certificates to trust holds no certificate in PEM.",
    hint: "It begins with -----BEGIN CERTIFICATE-----; openssl x509 -inform der -in <file> makes one from DER.",
    cause,
  });
}

export function targetNotThere(name: string, waitMs: number): HooksError {
  const message = `${name} accepted no connection within ${secondsText(waitMs)} (--wait).`;
  return new HooksError("TARGET_UNREACHABLE", {
    message,
    hint: "Start the handler, or check the address and its port.",
  });
}
