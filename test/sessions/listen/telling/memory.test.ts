import { expect, test } from "vitest";
import { SessionMemory } from "../../../../src/sessions/listen/telling/memory.ts";
import { receivedEvent } from "../../../harness/received-event.ts";

const at = new Date("2026-11-23T14:05:11.123Z");

/** Its content as a session sees it come. */
function came(memory: SessionMemory, number: number, content: object) {
  const resource = { type: "USER", uuid: `u${number}`, content };
  const { description } = receivedEvent(JSON.stringify({ resource, resourceAction: "CHANGED" }));
  return memory.changesIn(description, { at, bytes: 100 });
}

test("of 500 resources the one that came longest ago is forgotten, not the one that came first", async () => {
  const memory = new SessionMemory();
  for (let number = 0; number < 500; number += 1) await came(memory, number, { note: 1 });
  await came(memory, 0, { note: 2 });
  await came(memory, 500, { note: 1 });
  expect(await came(memory, 0, { note: 3 })).toMatchObject({ since: at });
  expect(await came(memory, 1, { note: 2 })).toBeUndefined();
});
