import { expect, test } from "vitest";
import { SessionMemory } from "../../../../src/sessions/listen/telling/memory.ts";
import { receivedEvent } from "../../../harness/received-event.ts";

const at = new Date("2026-11-23T14:05:11.123Z");

/** Its content as a session sees it come. */
function came(memory: SessionMemory, number: number, content: object) {
  const resource = { type: "USER", uuid: `u${number}`, content };
  const text = JSON.stringify({ resource, resourceAction: "CHANGED" });
  return memory.changesIn(receivedEvent(text).description, { at, bytes: 100, text });
}

test("of 500 resources the one that came longest ago is forgotten, not the one that came first", () => {
  const memory = new SessionMemory();
  for (let number = 0; number < 500; number += 1) came(memory, number, { note: 1 });
  came(memory, 0, { note: 2 });
  came(memory, 500, { note: 1 });
  expect(came(memory, 0, { note: 3 })).toMatchObject({ since: at });
  expect(came(memory, 1, { note: 2 })).toBeUndefined();
});

test("a user and a company with the same uuid keep a name each", () => {
  const memory = new SessionMemory();
  const headline = (type: string, content?: object) => {
    const resource = { type, uuid: "same", ...(content && { content }) };
    return memory.headline(receivedEvent(JSON.stringify({ resource, resourceAction: "CHANGED" })).description);
  };
  headline("COMPANY", { name: "Acme Corp" });
  headline("USER", { firstName: "Ada" });
  expect(headline("COMPANY")).toEqual(["Acme Corp"]);
  expect(headline("USER")).toEqual(["Ada"]);
  expect(headline("APP_ASSIGNMENT", { userUuid: "same", companyUuid: "same" })).toEqual(["Ada", "Acme Corp"]);
  expect(headline("ORDER")).toEqual([]);
});
