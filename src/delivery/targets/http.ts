import { badTarget, quoted } from "../bad-target.ts";
import { HttpAddress } from "./http/address.ts";
import { isHttpAnswer } from "./http/answer.ts";
import type { TargetKind } from "./kind.ts";

/** A POST to a URL. Credentials in it become the `authorization` header, and stand neither in the name nor in a message. */
export const http: TargetKind = {
  forms: "a URL, host:port or a port",
  examples: "a URL (http://localhost:3000/hooks), host:port (localhost:3000) or a port (3000)",
  claims: (text) => scheme.test(text) || hostAndPort.test(text) || barePort.test(text),
  parse: (text, typed) => new HttpAddress(parseUrl(text, typed)),
  notSentAgain:
    "to addresses that contain a secret cannot be resent, because secrets are not stored; name the address with --to",
  /** The handler's own: AppDirect would have got the same from it. */
  statusFor: (answer) => (isHttpAnswer(answer) ? answer.status : 502),
  preview: async (...delivery) => (await import("./http/preview.ts")).preview(...delivery),
  preload: () => void import("./http/sink.ts").catch(() => undefined), // `openSink` rejects then
  openSink: async (surroundings) => new (await import("./http/sink.ts")).HttpSink(surroundings),
};

const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const hostAndPort = /^(?:\[[0-9a-f:.]+\]|[\p{L}\p{N}_.-]+):\d+(?:[/?#]|$)/iu;
const barePort = /^\d+$/;

function parseUrl(text: string, typed: string): URL {
  const full = completeAddress(text, typed);
  checkPort(full, typed);
  if (!URL.canParse(full)) throw badTarget(`The target ${quoted(typed)} is not a complete URL.`);
  return new URL(full);
}

function completeAddress(text: string, typed: string): string {
  if (barePort.test(text)) return `http://localhost:${text}/`;
  if (hostAndPort.test(text)) return `http://${text}`;
  if (/^https?:\/\//i.test(text)) return text;
  if (scheme.test(text)) throw badTarget(`The target ${quoted(typed)} does not start with http:// or https://.`);
  throw badTarget(`${quoted(typed)} is not a target.`);
}

function checkPort(url: string, typed: string): void {
  const digits = /^https?:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(url)?.[1];
  if (digits === undefined) return;
  const port = Number(digits);
  if (port < 1 || port > 65_535)
    throw badTarget(`Port ${digits} in the target ${quoted(typed)} is outside 1 to 65535.`);
}
