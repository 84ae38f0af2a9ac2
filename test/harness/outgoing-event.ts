import type { OutgoingEvent } from "../../src/delivery/index.ts";

/** A small event on its way, with what a test wants different. */
export function outgoingEvent(different: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return {
    event: "user.added",
    uuid: "429afed8-0001-4000-8000-000000000001",
    query: "",
    headers: [["content-type", "application/json"]],
    body: Buffer.from('{"resource":{"type":"USER"},"resourceAction":"ADDED"}'),
    fixtureText: () => '{"appdirectHooks":1,"event":"user.added"}\n',
    ...different,
  };
}
