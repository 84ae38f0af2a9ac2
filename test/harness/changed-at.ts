import { type Json, type PayloadPath, setInText, unsetInText } from "../../src/events/index.ts";

/** A payload with a value at a path; `changed` at how many places. */
export function setAt(payload: Json, path: PayloadPath, value: Json): { payload: Json; changed: number } {
  const { text, replaced, added } = setInText(
    JSON.stringify(payload),
    path,
    value === Infinity ? "1e999" : JSON.stringify(value),
  );
  return { payload: JSON.parse(text), changed: replaced + added };
}

/** A payload without what stands at a path. */
export function unsetAt(payload: Json, path: PayloadPath): { payload: Json; changed: number } {
  const { text, removed } = unsetInText(JSON.stringify(payload), path);
  return { payload: JSON.parse(text), changed: removed };
}
