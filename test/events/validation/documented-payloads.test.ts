import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Json, validatePayload } from "../../../src/events/index.ts";
import { namedResources } from "../../../src/events/resources/index.ts";
import { writtenByHand } from "./written-by-hand.ts";

test("there is a payload of every resource", () => {
  expect(Object.keys(writtenByHand)).toEqual(namedResources.map(({ name }) => name));
});

test.each(Object.entries(writtenByHand))("%s as its field table has it is valid", (_name, payload) => {
  expect(validatePayload(payload)).toMatchObject({ valid: true });
  expect(validatePayload(payload).issues.filter(({ severity }) => severity === "error")).toEqual([]);
});

const folder = new URL("../../../fixtures/", import.meta.url);
const samples = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));

test.each(samples)("fixtures/%s is valid, without a note", (file) => {
  const payload: Json = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  expect(validatePayload(payload, { strict: true })).toEqual({ valid: true, issues: [], isCut: false });
});

test("what was captured of REMOVED, without url and content, is valid; so are nulls for both", () => {
  const removed = {
    uuid: "0b326b16-0000-4fca-83f3-314ad567b4b8",
    timestamp: 1_517_825_557_145,
    resource: { type: "SUBSCRIPTION", uuid: "a4ace961-0000-4f28-b09d-af98a7a80e99" },
    resourceAction: "REMOVED",
  };
  expect(validatePayload(removed, { strict: true }).issues).toEqual([]);
  const withNull = { ...removed, resource: { ...removed.resource, url: null, content: null } };
  expect(validatePayload(withNull, { strict: true }).issues).toEqual([]);
});

test("fields of a company in a membership, and of an order in a subscription, are looked at too", () => {
  const { user, subscription } = structuredClone(writtenByHand);
  Object.assign(Object(user["resource"]).content.memberships[0].company, { name: 7 });
  Object.assign(Object(subscription["resource"]).content.order.orderLines[0], { quantity: "2" });
  const paths = (payload: Json) => validatePayload(payload).issues.map(({ path, severity }) => [severity, path]);
  expect(paths(user)).toEqual([["error", "resource.content.memberships[0].company.name"]]);
  expect(paths(subscription)).toEqual([["error", "resource.content.order.orderLines[0].quantity"]]);
});
