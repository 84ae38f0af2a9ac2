import type { HeaderList } from "../../../endpoint.ts";
import type { Verdict } from "../../authentication.ts";
import type { AccessTokens } from "./access-tokens.ts";

/** The name of the scheme in upper or lower case (RFC 9110, 11.1). */
export function bearerVerdict(headers: HeaderList, tokens: AccessTokens): Verdict {
  const verdicts = bearersIn(headers).map((token) => tokens.verdictOn(token));
  const accepted = verdicts.find((verdict) => verdict.accepted);
  return accepted ?? verdicts[0] ?? { accepted: false, reason: "no bearer token" };
}

function bearersIn(headers: HeaderList): string[] {
  const values = headers.flatMap(([name, value]) => (name.toLowerCase() === "authorization" ? [value] : []));
  return values.flatMap((value) => {
    const [isBearer, token = ""] = /^bearer(?: +(.*))?$/is.exec(value) ?? [];
    return isBearer === undefined ? [] : [token];
  });
}
