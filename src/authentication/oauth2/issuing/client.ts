import type { HeaderList } from "../../../endpoint.ts";
import type { Form } from "./form.ts";
import { isPair, pairOf, type Pair } from "../pair.ts";
import type { TokenRefusal } from "./token-refusal.ts";

/**
 * Undefined for the right client. Uncertain: whether AppDirect identifies it by HTTP Basic or in the body (RFC 6749,
 * 2.3.1), and whether it encodes what it puts into Basic; so all of these are right.
 */
export function clientRefusal(headers: HeaderList, form: Form, client: string | undefined): TokenRefusal | undefined {
  const basic = basicIn(headers);
  const usedBasic = basic !== undefined;
  const presented = usedBasic ? pairsIn(basic) : pairsOf(form);
  if (presented.some((pair) => isPair(pair, client))) return undefined;
  const what = presented.length === 0 ? "without a client id and secret" : "with a wrong client id or secret";
  return { error: "invalid_client", reason: `token request ${what}`, usedBasic };
}

/** What stands in HTTP Basic, decoded from base64. */
function basicIn(headers: HeaderList): string | undefined {
  const values = headers.flatMap(([name, value]) => (name.toLowerCase() === "authorization" ? [value] : []));
  const [encoded] = values.flatMap((value) => /^basic +(.*)$/is.exec(value)?.[1] ?? []);
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8");
}

/** As it stands there, and as what was encoded like a form, which the standard wants and many clients leave out. */
function pairsIn(basic: string): Pair[] {
  const [id, secret] = pairOf(basic);
  const [decodedId, decodedSecret] = [formDecoded(id), formDecoded(secret)];
  const isEncoded = decodedId !== undefined && decodedSecret !== undefined;
  return [[id, secret], ...(isEncoded ? [[decodedId, decodedSecret] as const] : [])];
}

function pairsOf(form: Form): Pair[] {
  const [id, secret] = [form.get("client_id"), form.get("client_secret")];
  return id === undefined && secret === undefined ? [] : [[id ?? "", secret ?? ""]];
}

/** Undefined where a `%` begins no byte, or bytes are no text. */
function formDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
}
