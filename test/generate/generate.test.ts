import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEvent, eventNames, isObject, type Json, parsePath } from "../../src/events/index.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { seededRandom, systemRandom } from "../../src/random.ts";
import { printable } from "../../src/output/index.ts";
import { refusal } from "../harness/refusal.ts";
import { story } from "../harness/story.ts";
import { documentedContent } from "./documented-fields.ts";
import { fieldFaults } from "./field-check.ts";
import { valuesAt } from "../harness/values-at.ts";
import { generatePayload } from "../../src/generate/payload.ts";

const seeded = (seed: number) => ({ random: seededRandom(seed), at: defaultSeededTime });

test("the documented time of a seed is 15 January 2026, 9:00 UTC", () => {
  expect(defaultSeededTime.toISOString()).toBe("2026-01-15T09:00:00.000Z");
});

const noFields = [["a field list of it in documented-fields.ts", "text"]] as const;

test.each(eventNames)("for 200 seeds %s has exactly the documented fields", (name) => {
  const [resource = "", action = ""] = name.split(".");
  for (let seed = 0; seed < 200; seed++) {
    for (const { payload } of generateEvents([name], seeded(seed))) {
      expect(Object.keys(payload)).toEqual(["uuid", "timestamp", "resource", "resourceAction"]);
      expect(describeEvent(payload)).toMatchObject({ name, known: true, timestamp: defaultSeededTime.getTime() });
      const content = describeEvent(payload).content;
      const keys = Object.keys(isObject(payload["resource"]) ? payload["resource"] : {});
      expect(keys).toEqual(action === "removed" ? ["type", "uuid", "url"] : ["type", "uuid", "url", "content"]);
      if (action !== "removed") expect(fieldFaults(content, documentedContent[resource] ?? noFields)).toEqual([]);
    }
  }
});

test("a made-up user.added has the very keys of the documented example, in its order and with its nulls", () => {
  const example: Json = JSON.parse(
    readFileSync(new URL("../../fixtures/user.added/user.added.json", import.meta.url), "utf8"),
  );
  const [made] = generateEvents(["user.added"], seeded(1));
  expect(structure(made?.payload ?? null)).toEqual(structure(example));
  expect(describeEvent(example).content).toMatchObject({
    status: "INACTIVE",
    memberships: [{ company: { status: "INACTIVE" } }],
  });
});

/** Keys in their order with the types of their values, e.g. `id:string`. */
function structure(value: Json): unknown {
  if (Array.isArray(value)) return value.map(structure);
  if (isObject(value)) return Object.entries(value).map(([key, one]) => [key, structure(one)]);
  return value === null ? "null" : typeof value;
}

test("nothing that is made up has to be escaped where it is printed, beyond what JSON escapes", () => {
  for (const { payload } of generateEvents(eventNames, { ...seeded(5), count: 100 })) {
    const text = JSON.stringify(payload);
    expect(printable(text)).toBe(text);
  }
});

test("each event named comes count times, in rounds, later and later, each about somebody else", () => {
  const events = [...generateEvents(["user.added", "company.changed"], { ...seeded(3), count: 50 })];
  expect(events.map(({ event }) => event)).toEqual(
    Array.from({ length: 50 }, () => ["user.added", "company.changed"]).flat(),
  );
  const times = events.map(({ at }) => at.getTime());
  expect(times[0]).toBe(defaultSeededTime.getTime());
  expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? time))).toBe(true);
  expect(events.every(({ at, payload }) => payload["timestamp"] === at.getTime())).toBe(true);
  expect(new Set(events.map(({ payload }) => payload["uuid"])).size).toBe(100);
  expect(new Set(events.map(({ payload }) => describeEvent(payload).resourceUuid)).size).toBe(100);
});

test("the same seed gives the same bytes, another seed other ones", () => {
  const bytes = (seed: number) => JSON.stringify([...generateEvents(eventNames, { ...seeded(seed), count: 3 })]);
  expect(bytes(42)).toBe(bytes(42));
  expect(bytes(42)).not.toBe(bytes(43));
});

test("without a seed two events differ", () => {
  const [one] = generateEvents(["user.added"], { random: systemRandom, at: defaultSeededTime });
  const [other] = generateEvents(["user.added"], { random: systemRandom, at: defaultSeededTime });
  expect(one?.payload["uuid"]).not.toBe(other?.payload["uuid"]);
});

test("events are made one at a time: of a thousand million only what is taken", () => {
  const endless = generateEvents(["order.added"], { ...seeded(1), count: 1_000_000_000 })[Symbol.iterator]();
  expect(endless.next().value?.event).toBe("order.added");
  expect(endless.next().done).toBe(false);
});

test("every address is below the marketplace that was asked for, with or without a slash at its end", () => {
  for (const marketplaceUrl of ["https://shop.test", "https://shop.test/"]) {
    const [made] = generateEvents(["subscription.added"], { ...seeded(1), marketplaceUrl });
    const urls = JSON.stringify(made?.payload).match(/https?:\/\/[^"]+/g) ?? [];
    expect(urls.length).toBeGreaterThan(8);
    expect(urls.every((url) => /^https:\/\/shop\.test\/api\/\w/.test(url))).toBe(true);
  }
});

test("a made-up subscription.changed is a renewal, a change of seats, a suspension or a cancellation, by seed", () => {
  const kinds = Array.from({ length: 40 }, (_, seed) => {
    const [made] = generateEvents(["subscription.changed"], seeded(seed));
    const content = describeEvent(made?.payload ?? null).content ?? {};
    const [status] = valuesAt(content, parsePath("status"));
    const [previous] = valuesAt(content, parsePath("order.previousOrder"));
    const [cycleStart] = valuesAt(content, parsePath("order.cycleStartDate"));
    if (status !== "ACTIVE") return status;
    if (isObject(previous ?? null)) return "on a new order";
    return cycleStart === Date.UTC(2026, 0, 15) ? "renewed" : "as it was";
  });
  expect([...new Set(kinds)].toSorted()).toEqual(["CANCELLED", "SUSPENDED", "on a new order", "renewed"]);
});

test("a count of 0 gives nothing", () => {
  expect([...generateEvents(["user.added"], { ...seeded(1), count: 0 })]).toEqual([]);
});

test.each(["invoices.added", "parcel.added", "user.deleted", "user", "", "constructor.added", "user.ADDED"])(
  "%s cannot be made up, and that is said before anything is made",
  (name) => {
    for (const error of [
      refusal(() => generateEvents(["user.added", name], seeded(1))),
      refusal(() => generatePayload(name, story)),
    ]) {
      expect(error).toMatchObject({ code: "UNKNOWN_EVENT", message: noSuchEvent(name, "").message });
      expect(error.hint).toContain("Name one that AppDirect documents, such as user.added.");
    }
  },
);
