import { expect, test } from "vitest";
import { SessionMemory } from "../../../../src/sessions/listen/telling/memory.ts";
import { memoryInUse } from "../../../harness/memory-in-use.ts";
import { receivedEvent } from "../../../harness/received-event.ts";

const at = new Date("2026-11-23T14:05:11.123Z");

/** Its content as a session sees it come. */
function came(memory: SessionMemory, number: number, content: object) {
  const resource = { type: "USER", uuid: `u${number}`, content };
  const text = JSON.stringify({ resource, resourceAction: "CHANGED" });
  return memory.changesIn(receivedEvent(text).description, { at, bytes: 100, text });
}

/** 30,000 letters, which are counted as 60,000 bytes: 4 MB hold 69 of them. */
const large = "n".repeat(30_000);

test("contents take 4 MB, and the one that came longest ago is forgotten, not the one that came first", () => {
  const memory = new SessionMemory();
  for (let number = 0; number < 60; number += 1) came(memory, number, { note: 1, large });
  came(memory, 0, { note: 2, large });
  for (let number = 60; number < 75; number += 1) came(memory, number, { note: 1, large });
  expect(came(memory, 0, { note: 3, large })).toMatchObject({ since: at });
  expect(came(memory, 1, { note: 2, large })).toBeUndefined();
});

test("many small contents are remembered", () => {
  const memory = new SessionMemory();
  for (let number = 0; number < 5_000; number += 1) came(memory, number, { note: 1 });
  expect(came(memory, 0, { note: 3 })).toMatchObject({ since: at });
});

test("names and contents of 40 events of 2 MB take far less than these", () => {
  const memory = new SessionMemory();
  const before = memoryInUse();
  for (let number = 0; number < 40; number += 1) {
    const content = { name: "n".repeat(2 * 1024 ** 2) };
    const body = JSON.stringify({ resource: { type: "COMPANY", uuid: `c${number}`, content } });
    memory.headline(receivedEvent(body).description);
    memory.changesIn(receivedEvent(body).description, { at, bytes: 100, text: companyText(number) });
  }
  expect(memoryInUse() - before).toBeLessThan(30 * 1024 ** 2);
});

/** Its content is small, and all of it is large. */
function companyText(number: number): string {
  return JSON.stringify({
    large: "n".repeat(2 * 1024 ** 2),
    resource: { uuid: `c${number}`, content: { name: "Acme Corporation" } },
  });
}

test("under an id of more than 200 characters nothing is remembered", () => {
  const memory = new SessionMemory();
  const uuid = "1".repeat(201);
  const event = (content?: object) => ({ resource: { type: "COMPANY", uuid, ...(content && { content }) } });
  const told = (content?: object) => receivedEvent(JSON.stringify(event(content))).description;
  const compared = () => {
    const text = JSON.stringify(event({ name: "Acme" }));
    return memory.changesIn(told({ name: "Acme" }), { at, bytes: 100, text });
  };
  memory.headline(told({ name: "Acme" }));
  expect(memory.headline(told())).toEqual([uuid]);
  expect([compared(), compared()]).toEqual([undefined, undefined]);
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
  expect(headline("ORDER")).toEqual(["same"]);
});
