import type { Answer } from "../../../endpoint.ts";

/** Nobody on the way may keep what is in it (RFC 6749, 5.1). */
export function tokenAnswer(status: number, content: object, headers: Answer["headers"] = {}): Answer {
  const unkept = { "cache-control": "no-store", pragma: "no-cache" };
  return {
    status,
    headers: { "content-type": "application/json", ...unkept, ...headers },
    body: JSON.stringify(content),
  };
}
