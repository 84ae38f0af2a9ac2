import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noSuchEvent } from "../src/events/sentences.ts";
import type { Json } from "../src/events/index.ts";
import { HooksError, isDocumented, loadFixture, sample, scenario, validate } from "../src/index.ts";
import { failureOf } from "./harness/failure-of.ts";
import { refusal } from "./harness/refusal.ts";
import { rejection } from "./harness/rejection.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a sample is a payload as AppDirect documents it", () => {
  expect(sample("subscription.added")).toEqual({
    uuid: expect.stringMatching(uuid4),
    timestamp: expect.any(Number),
    resource: {
      type: "SUBSCRIPTION",
      uuid: expect.stringMatching(uuid4),
      url: expect.stringMatching(/^https:\/\/marketplace\.example\.com\/api\//),
      content: expect.objectContaining({}),
    },
    resourceAction: "ADDED",
  });
});

test("the same seed gives the same bytes, clock included", () => {
  const text = (seed: number) => JSON.stringify(sample("order.changed", { seed }));
  expect([text(7) === text(7), text(7) === text(8)]).toEqual([true, false]);
});

test("a seed's time is a fixed day, unless it is told", () => {
  expect(sample("user.added", { seed: 7 })["timestamp"]).toBe(Date.parse("2026-01-15T09:00:00Z"));
  expect(sample("user.added", { seed: 7, at: new Date(1_795_442_711_000) })["timestamp"]).toBe(1_795_442_711_000);
});

test("without a seed it happens now, and is another one each time", () => {
  const before = Date.now();
  const [first, second] = [sample("user.added"), sample("user.added")];
  expect(first["timestamp"]).toBeGreaterThanOrEqual(before);
  expect(first["uuid"]).not.toBe(second["uuid"]);
});

test("what is set is set, and nothing else changes", () => {
  const plain = sample("subscription.changed", { seed: 7 });
  const changed = sample("subscription.changed", {
    seed: 7,
    set: { "resource.content.status": "CANCELLED", "resource.content.lines[0].n": 1, uuid: null },
  });
  expect(changed).toMatchObject({ uuid: null, resource: { content: { status: "CANCELLED", lines: [{ n: 1 }] } } });
  expect(changed["timestamp"]).toBe(plain["timestamp"]);
});

test("the marketplace is the one that was named", () => {
  const { resource } = sample("company.added", { seed: 1, marketplaceUrl: "https://shop.example.com/" });
  expect(resource).toMatchObject({ url: expect.stringMatching(/^https:\/\/shop\.example\.com\/api\//) });
});

test("an event that does not exist is refused with a suggestion", () => {
  // @ts-expect-error: the compiler refuses it too
  expect(failureOf(() => sample("subscripton.added"))).toMatchObject({
    code: "UNKNOWN_EVENT",
    message: noSuchEvent("subscripton.added", "").message,
    hint: expect.stringContaining("subscription.added"),
  });
});

test("what no documented event is called is refused, though it can be listened for", () => {
  for (const name of ["unknown", "invalid"]) {
    // @ts-expect-error: the compiler refuses it too
    expect(refusal(() => sample(name))).toMatchObject({
      code: "UNKNOWN_EVENT",
      message: `No event matches "${name}".`,
      hint: "Name one that AppDirect documents, such as user.added.",
    });
  }
});

test("a scenario is its events, in their order and with the same company throughout", async () => {
  const events = await scenario("purchase", { seed: 7, set: { note: "x" } });
  expect(events.map(({ resource, resourceAction }) => `${resource.type} ${resourceAction}`)).toEqual([
    "COMPANY ADDED",
    "USER ADDED",
    "MEMBERSHIP ADDED",
    "ORDER ADDED",
    "ORDER CHANGED",
    "SUBSCRIPTION ADDED",
  ]);
  const times = events.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted((left, right) => left - right));
  for (const event of events) expect(event).toHaveProperty("note", "x");
});

test("a scenario that does not exist is refused", async () => {
  // @ts-expect-error: the compiler refuses it too
  expect((await rejection(scenario("purchse"))).hint).toContain("Did you mean purchase?");
});

test("a fixture is loaded, and a plain payload too", async () => {
  const file = join(await temporaryFolder(), "payload.json");
  await writeFile(file, JSON.stringify(sample("user.added", { seed: 7 })));
  expect(await loadFixture(file)).toMatchObject({
    appdirectHooks: 1,
    event: "user.added",
    receivedAt: "2026-01-15T09:00:00.000Z",
  });
  expect((await loadFixture("fixtures/user.added/user.added.json")).event).toBe("user.added");
});

test("a file that is none is refused with a HooksError", async () => {
  const error = await rejection(loadFixture("no-such-file.json"));
  expect([error instanceof HooksError, error.code, error.message]).toEqual([
    true,
    "UNREADABLE_FIXTURE",
    "no-such-file.json cannot be read: no such file.",
  ]);
});

test("a payload that fits is an event", () => {
  const payload: unknown = sample("order.changed", { seed: 7 });
  expect(validate(payload)).toEqual({ valid: true, event: payload, issues: [] });
});

test("what does not fit is told in parts and in a sentence", () => {
  const payload = sample("order.changed", { seed: 7, set: { "resource.content.totalPrice": "12" } });
  expect(validate(payload)).toEqual({
    valid: false,
    issues: [
      {
        severity: "error",
        kind: "wrong value",
        path: "resource.content.totalPrice",
        found: 'the text "12"',
        documented: "a number",
        advice: "Write it without quotes: 12.",
        message: 'found the text "12"; documented: a number. Write it without quotes: 12.',
      },
    ],
  });
});

test("a word that is not documented is a note, and with strict an error", () => {
  const payload = sample("user.added", { seed: 7, set: { "resource.content.status": "SLEEPING" } });
  const { valid, event, issues } = validate(payload);
  expect([valid, event, issues.map(({ severity }) => severity)]).toEqual([true, payload, ["note"]]);
  expect(validate(payload, { strict: true })).toMatchObject({ valid: false, issues: [{ severity: "error" }] });
});

test.each([
  ["resource.type", "PARCEL"],
  ["resource.type", "RESELLER_REGISTRANT"], // of which only ADDED is documented
])("a valid payload with %s %s is no documented event", (path, value) => {
  const { valid, event } = validate(sample("user.changed", { seed: 7, set: { [path]: value } }));
  expect([valid, event]).toEqual([true, undefined]);
});

test("an event is documented where its name and its shape are", async () => {
  for (const event of await scenario("purchase", { seed: 7 })) expect(isDocumented(event)).toBe(true);
  const made = (set: Record<string, Json>) => isDocumented(sample("user.changed", { seed: 7, set }));
  expect(made({ "resource.content.status": "SLEEPING", "resource.content.newField": 1 })).toBe(true); // notes
  expect(made({ "resource.content.firstName": "[redacted]" })).toBe(true);
  expect(made({ "resource.content.firstName": 7 })).toBe(false);
  expect(made({ "resource.content": null })).toBe(false);
  expect(made({ timestamp: "2026-01-15T09:00:00Z" })).toBe(false);
  expect(made({ "resource.type": "PARCEL" })).toBe(false);
  expect(made({ "resource.type": "user" })).toBe(false);
  expect(made({ "resource.type": "RESELLER_REGISTRANT" })).toBe(false);
  for (const value of [undefined, null, 7, "text", [], {}, { type: "SUBSCRIPTION_ORDER", marketplace: {} }]) {
    expect(isDocumented(value)).toBe(false);
  }
});

test("a loaded payload that is documented is told from one that is not", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "user.json"), JSON.stringify(sample("user.added", { seed: 7 })));
  await writeFile(join(folder, "other.json"), '{ "greeting": "hello" }');
  const loaded = await Promise.all(["user.json", "other.json"].map((name) => loadFixture(join(folder, name))));
  expect(loaded.map(({ payload }) => isDocumented(payload))).toEqual([true, false]);
});

test("a secret stands in no issue, and what stands in its place fits", () => {
  const set = { "resource.content.password": "Sesame-1", "resource.content.firstName": "[redacted]" };
  const result = validate(sample("user.added", { seed: 7, set }));
  expect(result.issues.map(({ path }) => path)).toEqual(["resource.content.password"]);
  expect(JSON.stringify(result)).not.toContain("Sesame-1");
});

test("what JSON does not have is told, and a field that is undefined is not there", () => {
  const { resource, ...envelope } = sample("user.added", { seed: 7 });
  const of = (fields: object) => validate({ ...envelope, resource: { ...resource, ...fields } });
  expect(of({ more: undefined })).toMatchObject({ valid: true, issues: [] });
  expect(of({ uuid: undefined }).issues).toMatchObject([{ kind: "missing", path: "resource.uuid" }]);
  for (const value of [() => "Sesame-1", Symbol("Sesame-1"), 1n]) {
    const [issue] = of({ uuid: value }).issues;
    expect(issue?.found).toBe(`a ${typeof value}, which JSON does not have`);
  }
  for (const value of [undefined, null, 7, "text", [], new Map(), () => 1, Symbol("s")]) {
    expect(validate(value)).toMatchObject({ valid: false, issues: [{ kind: "no webhook", path: "" }] });
  }
});
