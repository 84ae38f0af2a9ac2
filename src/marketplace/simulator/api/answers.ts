import type { Answer } from "../../../endpoint.ts";
import type { Json } from "../../../events/index.ts";

export function jsonAnswer(status: number, value: Json): Answer {
  return { status, headers: { "content-type": "application/json" }, body: `${JSON.stringify(value)}\n` };
}

/** An answer that says what is wrong. */
export function errorAnswer(status: number, error: string): Answer {
  return jsonAnswer(status, { error });
}

export const noContent: Answer = { status: 204, headers: {}, body: "" };
