import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { eventNames, type Json, type JsonObject, parsePath } from "../../src/events/index.ts";
import { namedResources, resourceOfType } from "../../src/events/resources/index.ts";
import { validatePayload } from "../../src/events/validation/validate.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { seededRandom } from "../../src/random.ts";
import { setAt, unsetAt } from "../harness/changed-at.ts";

// All types strict: what ajv would warn of, with its own settings, fails here.
const ajv = new Ajv({ strict: true, strictRequired: false });
formats.default(ajv);
for (const name of await readdir("schemas")) ajv.addSchema(JSON.parse(await readFile(join("schemas", name), "utf8")));

test.each(eventNames)("%s as it is made up fits its schema, and that of every event", (name) => {
  for (let seed = 1; seed <= 20; seed++) expect(problemsOf(made(name, seed))).toEqual([]);
});

test("each payload of fixtures/ fits", async () => {
  const files = (await readdir("fixtures", { recursive: true })).filter((name) => name.endsWith(".json"));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const payload: Json = JSON.parse(await readFile(join("fixtures", file), "utf8"));
    expect(problemsOf(payload), file).toEqual([]);
  }
});

test("every resource has its schema, and what is referred to is there", () => {
  for (const { name } of namedResources) expect(schemaNamed(name)).toBeTypeOf("function");
});

test.each([[[]], [{ uuid: "1", timestamp: 1_768_467_600_000, resourceAction: "ADDED", resource: "USER" }]])(
  "%j is told for what it is, and for no resource that it is not",
  (payload) => {
    const check = ajv.getSchema("https://unpkg.com/appdirect-hooks/schemas/event.json");
    check?.(payload);
    expect(check?.errors?.map(({ message }) => message)).toEqual(["must be object"]);
  },
);

const content = "resource.content";

/** A payload, where something else is put in it, and what; `undefined` takes it away. */
const mutations: readonly (readonly [event: string, path: string, value: Json | undefined])[] = [
  ["user.added", "uuid", undefined],
  ["user.added", "uuid", 7],
  ["user.added", "uuid", null],
  ["user.added", "more", { of: ["it"] }],
  ["user.added", "timestamp", "2026-01-15T09:00:00Z"],
  ["user.added", "timestamp", 1_768_467_600],
  ["user.added", "timestamp", 1_768_467_600_000_000],
  ["user.added", "timestamp", 1_768_467_600_000.5],
  ["user.added", "resource", undefined],
  ["user.added", "resource", []],
  ["user.added", "resource.type", 1],
  ["user.added", "resource.type", "PARCEL"],
  ["user.added", "resource.uuid", undefined],
  ["user.added", "resource.url", undefined],
  ["user.added", "resource.url", "ftp://marketplace.example.com/"],
  ["user.added", "resource.url", "/api/account/v1/users/1"],
  ["user.added", "resource.url", "HTTPS://marketplace.example.com/"],
  ["user.added", "resourceAction", "DELETED"],
  ["user.added", "resourceAction", undefined],
  ["user.added", "resourceAction", "REMOVED"],
  ["user.added", content, undefined],
  ["user.added", content, null],
  ["user.added", content, "Maya"],
  ["user.removed", content, null],
  ["user.removed", content, {}],
  ["user.removed", "resource.url", undefined],
  ["user.removed", "resource.url", null],
  ["user.removed", "resourceAction", "CHANGED"],
  ["user.added", `${content}.status`, "SLEEPING"],
  ["user.added", `${content}.status`, null],
  ["user.added", `${content}.id`, 7],
  ["user.added", `${content}.id`, undefined],
  ["user.added", `${content}.firstName`, undefined],
  ["user.added", `${content}.firstName`, 7],
  ["user.added", `${content}.nickname`, "May"],
  ["user.added", `${content}.password`, "secret"],
  ["user.added", `${content}.language`, "eng"],
  ["user.added", `${content}.locale`, "en_US"],
  ["user.added", `${content}.locale`, "english please"],
  ["user.added", `${content}.contact`, null],
  ["user.added", `${content}.contact`, []],
  ["user.added", `${content}.contact.address`, "Main Street"],
  ["user.added", `${content}.customAttributes`, [1]],
  ["user.added", `${content}.memberships`, {}],
  ["user.added", `${content}.memberships[0].company.countryCode`, "usa"],
  ["user.added", `${content}.memberships[0].company.attributes`, "none"],
  ["user.added", `${content}.memberships[0].company.domains`, [1, null]],
  ["membership.changed", `${content}.roles[0]`, 1],
  ["order.changed", `${content}.id`, "1234"],
  ["order.changed", `${content}.id`, true],
  ["order.changed", `${content}.totalPrice`, "12.00"],
  ["order.changed", `${content}.currency`, "usd"],
  ["order.changed", `${content}.frequency`, "WEEKLY"],
  ["order.changed", `${content}.type`, "SOMETHING"],
  ["order.changed", `${content}.activated`, "true"],
  ["order.changed", `${content}.serviceStartDate`, "2026-1-5"],
  ["order.changed", `${content}.serviceStartDate`, 1_768_467_600_000],
  ["order.changed", `${content}.startDate`, "2026-01-15"],
  ["order.changed", `${content}.orderLines`, null],
  ["order.changed", `${content}.orderLines[0].type`, "GIFT"],
  ["order.changed", `${content}.orderLines[0].quantity`, "3"],
  ["order.changed", `${content}.paymentPlan`, null],
  ["order.changed", `${content}.paymentPlan.id`, 1.5],
  ["order.changed", `${content}.paymentPlan.costs[0].amount`, { usd: 3 }],
  ["order.changed", `${content}.paymentPlan.costs[0].amount`, { USD: "3" }],
  ["order.changed", `${content}.company.href`, "somewhere"],
  ["order.changed", `${content}.transactionMode`, ["anything"]],
  ["subscription.added", `${content}.order.orderLines[0].price`, "1"],
  ["subscription.added", `${content}.upcomingOrder`, null],
  ["subscription.added", `${content}.customAttributes`, "none"],
];

test.each(mutations)("%s with another %s is judged as validate judges it: %j", (event, path, value) => {
  const payload = mutated(made(event, 1), path, value);
  const { valid, issues } = validatePayload(payload);
  expect(problemsOf(payload).length === 0, JSON.stringify(issues)).toBe(valid);
});

test("the mutations are of both kinds", () => {
  const verdicts = mutations.map(([event, path, value]) => validatePayload(mutated(made(event, 1), path, value)).valid);
  expect(verdicts.filter(Boolean).length).toBeGreaterThan(15);
  expect(verdicts.filter((valid) => !valid).length).toBeGreaterThan(35);
});

// JSON Schema cannot say these, or says them of editors' sake otherwise: docs/decisions/types-and-schemas-generated.md.
const exceptions: readonly (readonly [why: string, event: string, path: string, value: Json])[] = [
  ["a currency that does not exist", "order.changed", `${content}.currency`, "ABC"],
  ["a word in another case", "order.changed", `${content}.status`, "active"],
  ["a type in another case", "user.added", "resource.type", "user"],
];

test.each(exceptions)("%s: a schema lets pass what validate does not", (_why, event, path, value) => {
  const payload = mutated(made(event, 1), path, value);
  expect([validatePayload(payload).valid, judged(schemaNamed("event"), payload)]).toEqual([false, []]);
});

const stricter: readonly (readonly [why: string, event: string, path: string, value: Json])[] = [
  ["a day that no month has", "order.changed", `${content}.serviceStartDate`, "2026-02-30"],
  ["an address that is not escaped", "user.added", "resource.url", "https://marketplace.example.com/a b"],
];

test.each(stricter)("%s: a schema refuses what validate lets pass", (_why, event, path, value) => {
  const payload = mutated(made(event, 1), path, value);
  expect([validatePayload(payload).valid, problemsOf(payload)]).toEqual([true, [path]]);
});

function mutated(payload: JsonObject, path: string, value: Json | undefined): Json {
  const place = parsePath(path);
  return value === undefined ? unsetAt(payload, place).payload : setAt(payload, place, value).payload;
}

/** Where the schema of its resource finds something, after seeing that the one of every event finds the same. */
function problemsOf(payload: Json): string[] {
  const ofAny = judged(schemaNamed("event"), payload);
  const resource = resourceOfType(String(Object(Object(payload).resource).type));
  if (resource === undefined) return ofAny;
  const ofResource = judged(schemaNamed(resource.name), payload);
  expect(ofAny.length === 0).toBe(ofResource.length === 0);
  return ofResource;
}

function judged(validate: ValidateFunction, payload: Json): string[] {
  validate(payload);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map(({ instancePath }) => instancePath.slice(1).replaceAll("/", "."));
}

function made(event: string, seed: number): JsonObject {
  const [one] = generateEvents([event], { random: seededRandom(seed), at: defaultSeededTime });
  return one?.payload ?? {};
}

function schemaNamed(name: string): ValidateFunction {
  const validate = ajv.getSchema(`https://unpkg.com/appdirect-hooks/schemas/${name}.json`);
  if (validate === undefined) throw new Error(`There is no schema ${name}.`);
  return validate as ValidateFunction;
}
