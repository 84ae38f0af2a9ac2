import { isObject, type Payload } from "../../../events/index.ts";
import type { RecordedEvent } from "../recording/recorder.ts";

const longest = 200;

/**
 * The webhook's uuid as it came, for programs that look for their event: also one that can stand in no file name, and so
 * tells no repeat. What is longer than 200 characters is left out. A nest that is too deep to be written stands in no
 * fixture's payload.
 */
export function toldUuid({ received, fixture }: Pick<RecordedEvent, "received" | "fixture">): string | undefined {
  const payload: Payload | undefined =
    fixture.payload === null && received.parsed !== false ? received.parsed.payload : fixture.payload;
  const uuid = isObject(payload) ? payload["uuid"] : undefined;
  return typeof uuid === "string" && uuid !== "" && uuid.length <= longest ? uuid : undefined;
}
