import type { BodyResult, HeaderList, IncomingCall } from "../../../endpoint.ts";
import type { TokenRefusal } from "./token-refusal.ts";

/** The parameters of a token request; one without a value counts as left out (RFC 6749, 3.2). */
export type Form = ReadonlyMap<string, string>;

const maxKilobytes = 64;

export async function readForm(call: IncomingCall): Promise<Form | TokenRefusal> {
  if (!isForm(headerOf(call.headers, "content-type"))) return invalid("that is not a form");
  if (isTooLarge(Number(headerOf(call.headers, "content-length")))) return tooLarge;
  const result = await call.readBody();
  return result.outcome === "read" ? formOf(result.body) : unread(result);
}

export function isRefusal(form: Form | TokenRefusal): form is TokenRefusal {
  return "error" in form;
}

function formOf(body: Buffer): Form | TokenRefusal {
  if (isTooLarge(body.length)) return tooLarge;
  const parameters = [...new URLSearchParams(body.toString("utf8"))];
  const form = new Map(parameters.filter(([, value]) => value !== ""));
  const names = new Set(parameters.map(([name]) => name));
  return names.size === parameters.length ? form : invalid("with a parameter twice");
}

function unread({ outcome }: Exclude<BodyResult, { outcome: "read" }>): TokenRefusal {
  if (outcome === "too large") return tooLarge;
  return invalid(outcome === "timed out" || outcome === "cut off" ? "that is incomplete" : "that cannot be decoded");
}

const isForm = (contentType: string | undefined) =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType?.trim() ?? "");

const isTooLarge = (bytes: number) => bytes > maxKilobytes * 1024;

const invalid = (what: string): TokenRefusal => ({ error: "invalid_request", reason: `token request ${what}` });

const tooLarge = invalid(`of more than ${maxKilobytes} kB`);

function headerOf(headers: HeaderList, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
