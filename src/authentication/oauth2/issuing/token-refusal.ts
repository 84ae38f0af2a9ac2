import type { Answer } from "../../../endpoint.ts";
import { tokenAnswer } from "./token-answer.ts";

/** Why no access token is issued: the caller gets the code alone (RFC 6749, 5.2), the reason is for the user. */
export interface TokenRefusal {
  error: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type";
  reason: string;
  /** Whether the client identified itself by HTTP Basic, and so is asked for that again. */
  usedBasic?: boolean;
}

export function statusOf({ error }: TokenRefusal): number {
  return error === "invalid_client" ? 401 : 400;
}

export function refusalAnswer(refusal: TokenRefusal): Answer {
  const challenge: Record<string, string> = refusal.usedBasic ? { "www-authenticate": "Basic" } : {};
  return tokenAnswer(statusOf(refusal), { error: refusal.error }, challenge);
}
