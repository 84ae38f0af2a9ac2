import { expect, test } from "vitest";
import { OwedDeliveries, owedKey } from "../../src/sessions/owed-deliveries.ts";

test("past its limit it counts, and holds no more", () => {
  const owed = new OwedDeliveries<number>({ bytes: 2 * (300 + "1.json".length + 5), bytesOf: () => 5 });
  for (const number of [1, 2, 3, 2]) owed.owe(`${number}.json`, number);
  expect([owed.count, owed.values()]).toEqual([3, [1, 2]]);
  owed.settle("1.json");
  expect([owed.count, owed.values()]).toEqual([2, [2]]);
});

test("two commands of one text are told apart by their place, two addresses are one", () => {
  const at = (kind: string, number: number) =>
    owedKey({ file: "a.json", number: 1 }, { kind, text: "x", canBeSentToAgain: kind === "http", number });
  expect([at("http", 1) === at("http", 2), at("command", 1) === at("command", 2)]).toEqual([true, false]);
});
