import { isHeaderValue } from "../../../header.ts";
import type { PresentFailure } from "../../authentication.ts";
import type { FormAnswer } from "./post-form.ts";

export interface FetchedToken {
  token: string;
  /** Undefined where the answer does not say it. */
  lifetimeMs?: number;
}

/** `place`: where it came from, in words. */
export function readTokenAnswer({ status, body }: FormAnswer, place: string): FetchedToken | PresentFailure {
  if (body === undefined) return { failure: `${place} answered more than 64 kB` };
  const content = objectIn(body);
  if (status !== 200) return { failure: `${place} answered ${status}${errorIn(content)}` };
  const { access_token: token, token_type: type = "bearer", expires_in: seconds } = content;
  const isBearer = typeof type === "string" && /^bearer$/i.test(type);
  if (!isBearer || typeof token !== "string" || token === "" || !isHeaderValue(token))
    return { failure: `${place} answered no access token` };
  const lifetime = Number(seconds ?? Number.NaN); // some write it as text
  return { token, ...(Number.isFinite(lifetime) && { lifetimeMs: lifetime * 1000 }) };
}

/** Only what can be one of the standard's codes (RFC 6749, 5.2): anything else may quote what was sent. */
function errorIn({ error }: Record<string, unknown>): string {
  return typeof error === "string" && /^[a-z_]{1,40}$/.test(error) ? ` (${error})` : "";
}

function objectIn(body: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(body);
    return typeof content === "object" && content !== null ? { ...content } : {};
  } catch (cause) {
    if (cause instanceof SyntaxError) return {};
    throw cause;
  }
}
