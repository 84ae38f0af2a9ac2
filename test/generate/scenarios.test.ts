import { expect, test } from "vitest";
import { describeEvent, isObject, type Json, parsePath } from "../../src/events/index.ts";
import {
  defaultSeededTime,
  type GeneratedEvent,
  generateScenario,
  longestScenarioMs,
} from "../../src/generate/index.ts";
import { HooksError } from "../../src/errors.ts";
import { seededRandom } from "../../src/random.ts";
import { documentedContent } from "./documented-fields.ts";
import { fieldFaults } from "./field-check.ts";
import { valuesAt } from "../harness/values-at.ts";
import { scenarios } from "../../src/generate/scenarios/table.ts";

async function told(name: string, seed = 1, count = 1): Promise<GeneratedEvent[]> {
  return [...(await generateScenario(name, { random: seededRandom(seed), at: defaultSeededTime, count }))];
}

/** The one value that stands at a path of the content in every event that has it. */
function same(events: GeneratedEvent[], places: Record<string, string>): Json[] {
  const values = Object.entries(places).map(([event, path]) => {
    const content = describeEvent(events.find((one) => one.event === event)?.payload ?? null).content ?? null;
    return valuesAt(content, parsePath(path))[0] ?? `${event} has no ${path}`;
  });
  return [...new Set(values)];
}

test("a purchase is told in six events", async () => {
  expect((await told("purchase")).map(({ event }) => event)).toEqual([
    "company.added",
    "user.added",
    "membership.added",
    "order.added",
    "order.changed",
    "subscription.added",
  ]);
});

test.each<[string, Record<string, string>]>([
  [
    "company",
    {
      "company.added": "id",
      "user.added": "memberships[0].company.id",
      "order.added": "company.id",
      "order.changed": "company.id",
      "subscription.added": "company.id",
    },
  ],
  [
    "user",
    {
      "user.added": "id",
      "membership.added": "id",
      "order.added": "user.id",
      "order.changed": "user.id",
      "subscription.added": "user.id",
    },
  ],
  ["order", { "order.added": "id", "order.changed": "id", "subscription.added": "order.id" }],
  ["order's uuid", { "order.added": "uuid", "order.changed": "uuid", "subscription.added": "order.uuid" }],
  [
    "payment plan",
    {
      "order.added": "paymentPlan.uuid",
      "order.changed": "paymentPlan.uuid",
      "subscription.added": "order.paymentPlan.uuid",
    },
  ],
  [
    "subscription",
    { "order.added": "links[0].href", "order.changed": "links[0].href", "subscription.added": "order.links[0].href" },
  ],
  ["start", { "order.added": "startDate", "order.changed": "startDate", "subscription.added": "order.startDate" }],
  ["price", { "order.added": "totalPrice", "order.changed": "totalPrice", "subscription.added": "order.totalPrice" }],
  [
    "product",
    { "order.added": "orderLines[0].applicationName", "subscription.added": "order.orderLines[0].applicationName" },
  ],
])("throughout a purchase the %s is the same", async (_, places) => {
  expect(same(await told("purchase"), places)).toHaveLength(1);
});

test("in a purchase the addresses name the same company, user, product and subscription", async () => {
  const events = await told("purchase");
  const url = (event: string) => {
    const resource = events.find((one) => one.event === event)?.payload["resource"];
    return isObject(resource) ? String(resource["url"]) : "";
  };
  const [company, user] = [same(events, { "company.added": "id" })[0], same(events, { "user.added": "id" })[0]];
  expect(url("membership.added")).toBe(
    `https://marketplace.example.com/api/account/v1/companies/${String(company)}/users/${String(user)}`,
  );
  expect(same(events, { "order.added": "links[0].href" })).toEqual([url("subscription.added")]);
  expect(same(events, { "subscription.added": "order.paymentPlan.href" })[0]).toContain(
    String(same(events, { "subscription.added": "edition.href" })[0]),
  );
});

test("the order goes from PENDING_REMOTE_CREATION to ACTIVE before the subscription is there", async () => {
  const events = await told("purchase");
  expect(same(events, { "order.added": "status" })).toEqual(["PENDING_REMOTE_CREATION"]);
  expect(same(events, { "order.changed": "status", "subscription.added": "order.status" })).toEqual(["ACTIVE"]);
  expect(same(events, { "company.added": "status", "user.added": "status", "membership.added": "status" })).toEqual([
    "INACTIVE",
  ]);
});

test("every step of every scenario comes later than the one before and is about what has happened already", async () => {
  for (const name of Object.keys(scenarios)) {
    const events = await told(name, 9, 20);
    const times = events.map(({ at }) => at.getTime());
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? time))).toBe(true);
    expect(new Set(events.map(({ payload }) => payload["uuid"])).size).toBe(events.length);
    for (const { event, payload, at } of events) {
      const description = describeEvent(payload);
      expect(description).toMatchObject({ name: event, known: true, timestamp: at.getTime() });
      expect(fieldFaults(description.content, documentedContent[event.split(".")[0] ?? ""] ?? [])).toEqual([]);
      const created = description.content?.["creationDate"] ?? 0;
      expect(Number(created)).toBeLessThanOrEqual(at.getTime());
    }
  }
});

test("a purchase takes minutes, not days", async () => {
  const [first, , , , , last] = await told("purchase");
  const tookMs = (last?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0);
  expect(tookMs).toBeGreaterThan(4 * 60_000);
  expect(tookMs).toBeLessThan(60 * 60_000);
});

test("no event lies after the longest that its scenarios can take", async () => {
  for (const name of Object.keys(scenarios)) {
    const longestMs = await longestScenarioMs(name, 3);
    for (let seed = 0; seed < 50; seed++) {
      const last = (await told(name, seed, 3)).at(-1);
      expect((last?.at.getTime() ?? 0) - defaultSeededTime.getTime()).toBeLessThanOrEqual(longestMs);
    }
  }
});

test("a purchase takes at most 2 s, 1 s, 40 min, 30 s and 2 s, and the next begins a minute later at most", async () => {
  expect(await longestScenarioMs("purchase", 2)).toBe(2 * (2 + 1 + 40 * 60 + 30 + 2 + 60) * 1000);
});

test("told twice, a scenario is about two companies, one after the other", async () => {
  const events = await told("purchase", 1, 2);
  expect(events).toHaveLength(12);
  const companies = events
    .filter(({ event }) => event === "company.added")
    .map(({ payload }) => describeEvent(payload).resourceUuid);
  expect(new Set(companies).size).toBe(2);
});

test("the same seed tells the same scenario, byte for byte", async () => {
  expect(JSON.stringify(await told("purchase", 42, 3))).toBe(JSON.stringify(await told("purchase", 42, 3)));
  expect(JSON.stringify(await told("purchase", 42))).not.toBe(JSON.stringify(await told("purchase", 43)));
});

test.each([
  ["purchse", `Did you mean purchase? Scenarios: ${Object.keys(scenarios).join(", ")}.`],
  ["constructor", `Scenarios: ${Object.keys(scenarios).join(", ")}.`],
  ["", `Scenarios: ${Object.keys(scenarios).join(", ")}.`],
])("the scenario '%s' does not exist", async (name, hint) => {
  const error: unknown = await told(name).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(HooksError);
  expect(error).toMatchObject({
    code: "BAD_VALUE",
    message: `Unknown scenario "${name}".`,
    hint,
  });
});
