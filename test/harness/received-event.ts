import { describeEvent, type Payload, type ReceivedEvent } from "../../src/events/index.ts";

/** An event that came with this body, read as the listener reads it, with what a test wants different. */
export function receivedEvent(body: Buffer | string, different: Partial<ReceivedEvent> = {}): ReceivedEvent {
  const bytes = Buffer.from(body);
  const parsed = parse(bytes);
  return {
    receivedAt: new Date("2026-11-23T14:05:11.123Z"),
    method: "POST",
    path: "/",
    headers: [["Content-Type", "application/json"]],
    body: bytes,
    parsed,
    description: describeEvent(parsed === false ? null : parsed.payload),
    ...different,
  };
}

function parse(bytes: Buffer): { payload: Payload } | false {
  try {
    return { payload: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return false; // not JSON, or not UTF-8
  }
}
