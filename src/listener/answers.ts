import type { Answer } from "../endpoint.ts";

/** An answer that tells its status and nothing else. */
export function statusAnswer(status: number, headers: Answer["headers"] = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ status }) };
}
