import { expect, test } from "vitest";
import { nothingHappens } from "../../../src/commands/sentences/simulating.ts";
import { whatHappens } from "../../../src/commands/simulate/what-happens.ts";
import { everyEvent, parsePatterns } from "../../../src/events/index.ts";
import { scenarioNames } from "../../../src/generate/index.ts";
import { rejection } from "../../harness/rejection.ts";

const orders = parsePatterns("order");

test("without anything named every scenario happens", async () => {
  expect(await whatHappens({ scenarios: [], events: everyEvent })).toEqual({
    scenarios: scenarioNames,
    events: everyEvent,
  });
});

test("events alone are what happens", async () => {
  expect(await whatHappens({ scenarios: [], events: orders })).toEqual({ scenarios: [], events: orders });
});

test("beside a scenario they choose from it", async () => {
  const asked = { scenarios: ["purchase"], events: orders } as const;
  expect(await whatHappens(asked)).toEqual(asked);
});

test("a choice that leaves nothing of the scenarios is refused", async () => {
  const asked = { scenarios: ["purchase"], events: parsePatterns("invoice") } as const;
  expect(await rejection(whatHappens(asked))).toEqual(nothingHappens("invoice", ["purchase"]));
});

test("what AppDirect never sends cannot happen", async () => {
  expect(await rejection(whatHappens({ scenarios: [], events: parsePatterns("invalid") }))).toMatchObject({
    code: "UNKNOWN_EVENT",
  });
});
