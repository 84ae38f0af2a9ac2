import { secondsText } from "../duration.ts";
import { HooksError } from "../errors.ts";
import { badTarget } from "./bad-target.ts";

export function emptyTarget(): HooksError {
  return badTarget("A target is empty.");
}

/** `target` is in quotes already, without secrets. */
export function noEventsInFront(target: string): HooksError {
  return badTarget(`The target ${target} has no events before the =.`);
}

/** `target` is in quotes already, without secrets. */
export function noAddressBehind(target: string): HooksError {
  return badTarget(`The target ${target} has no address after the =.`);
}

/** The same mistake, with what a target may look like. */
export function withForms(cause: HooksError, examples: string): HooksError {
  const hint = `Use ${examples}. To send only some events, put them first: order=3000.`;
  return new HooksError(cause.code, { message: cause.message, hint, cause });
}

/** Without the value, for it may be a secret. */
export function unsendableHeader(name: string): HooksError {
  return badHeader(
    `The header "${name}" cannot be sent: its name or value has characters that headers cannot contain.`,
  );
}

export function headerOfConnection(name: string): HooksError {
  return badHeader(`The header "${name}" cannot be set: each request sets its own.`);
}

function badHeader(message: string): HooksError {
  return new HooksError("BAD_VALUE", { message, hint: 'Write a header as "name: value", on one line.' });
}

export function badStatuses(text: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `"${text}" is not a list of HTTP statuses.`,
    hint: "Use statuses and ranges from 200 up, separated by commas: 200-299,404.",
  });
}

export function noCertificate(cause: unknown): HooksError {
  return new HooksError("BAD_VALUE", {
    message: "The file of trusted certificates contains no certificate in PEM format.",
    hint: "A PEM certificate starts with -----BEGIN CERTIFICATE-----. To convert DER to PEM:\n  openssl x509 -inform der -in <file>",
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
