import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { OptionName } from "../../src/config/index.ts";
import { sample, scenario } from "../../src/index.ts";
import { failureOf } from "../harness/failure-of.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";

// Options as a program in JavaScript may give them: no compiler has seen them.
const taking = (options: unknown) => Reflect.apply(sample, undefined, ["user.added", options]);
const timeOf = (options: unknown): unknown => taking(options).timestamp;

test.each([
  ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z"],
  ["2026-11-23T14:05:11.250+02:00", "2026-11-23T12:05:11.250Z"],
  ["2026-11-23", "2026-11-23T00:00:00.000Z"],
  [new Date("2026-03-01T08:00:00Z"), "2026-03-01T08:00:00.000Z"],
  [runInNewContext("new Date(Date.UTC(2026, 2, 1))"), "2026-03-01T00:00:00.000Z"],
])("the time %s is taken", (at, iso) => {
  expect(timeOf({ at })).toBe(Date.parse(iso));
  expect(timeOf({ at, seed: 7 })).toBe(Date.parse(iso));
});

test("an age is counted back from now, with a seed too", () => {
  for (const options of [{ at: "2h" }, { at: "2h", seed: 7 }]) {
    const before = Date.now();
    const time = Number(timeOf(options));
    expect(time).toBeGreaterThanOrEqual(before - 7_200_000);
    expect(time).toBeLessThanOrEqual(Date.now() - 7_200_000);
  }
});

test.each([0, 7, Number.MAX_SAFE_INTEGER])("the seed %d is taken, by the flag too", async (seed) => {
  expect(taking({ seed })).toEqual(taking({ seed }));
  expect((await resolved("seed", { flags: { seed: String(seed) }, readFile: () => "" }))[0]).toBe(seed);
});

/** What the flag is told for the same value, or nothing where it takes it. */
async function toldFlag(name: OptionName, text: string) {
  const { code, message } = await rejection(resolved(name, { flags: { [name]: text }, readFile: () => "" }));
  return { code, message };
}

test.each([
  ["at", "--at", "2026"],
  ["at", "--at", "nope"],
  ["at", "--at", ""],
  ["at", "--at", "2026-02-31"],
  ["at", "--at", "36526d"],
  ["at", "--at", "-2h"],
  ["marketplaceUrl", "--marketplace-url", "nope"],
  ["marketplaceUrl", "--marketplace-url", "ftp://shop.example.com"],
  ["marketplaceUrl", "--marketplace-url", "https://ada:sesame@shop.example.com"],
  ["marketplaceUrl", "--marketplace-url", "https://shop.example.com/?token=sesame"],
  ["locale", "--locale", ""],
] as const)("%s is refused as %s is: %j", async (name, flag, value) => {
  const { code, message } = failureOf(() => taking({ [name]: value }));
  expect(message).toMatch(new RegExp(`^${name} .* (?:is|must) `));
  expect(message).not.toContain("sesame");
  expect({ code, message: message.replace(name, flag) }).toEqual(await toldFlag(name, value));
});

test.each([-1, 1.5, 1e16, Number.NaN])("the seed %d is refused as --seed is", async (seed) => {
  const { code, message } = failureOf(() => taking({ seed }));
  expect({ code, message: message.replace("seed", "--seed") }).toEqual(await toldFlag("seed", String(seed)));
});

test.each([
  [{ seed: "7" }, 'seed "7" is not a whole number from 0 to 9007199254740991.'],
  [{ seed: -1 }, "seed -1 is not a whole number from 0 to 9007199254740991."],
  [{ seed: null }, "seed null is not a whole number from 0 to 9007199254740991."],
  [
    { at: new Date(Number.NaN) },
    'at "Invalid Date" is neither a time such as 2026-11-23T14:05:11Z nor an age such as 2h.',
  ],
  [{ at: 7 }, "at 7 is neither a time such as 2026-11-23T14:05:11Z nor an age such as 2h."],
  [{ marketplaceUrl: 7 }, "marketplaceUrl 7 is not text."],
  [{ locale: ["de-DE"] }, "locale [ 'de-DE' ] is not text."],
  [{ set: "status=ACTIVE" }, "set status=ACTIVE is not an object of payload paths and values."],
  [{ set: { "a..b": 1 } }, '"a..b" is not a payload path (from set).'],
  [null, "sample cannot use null as its options: it is not an object."],
  ["user", 'sample cannot use "user" as its options: it is not an object.'],
])("of another kind: %j", (options, message) => {
  expect(failureOf(() => taking(options))).toMatchObject({ code: "BAD_VALUE", message });
});

test("what to write instead is said", () => {
  expect(failureOf(() => taking({ seed: "7" })).hint).toBe("Use, for example, { seed: 7 }, or leave it out.");
  expect(failureOf(() => taking({ at: "nope" })).hint).toBe(
    'Use, for example, { at: "2026-01-15T09:00:00Z" }, or leave it out.',
  );
});

test("a path is refused in the words of --set", async () => {
  const { code, message } = failureOf(() => taking({ set: { "a..b": 1 } }));
  expect({ code, message: message.replace("set)", "--set)") }).toEqual(await toldFlag("set", "a..b"));
});

const holdsItself: Record<string, unknown> = {};
holdsItself["self"] = { holdsItself };

test.each([
  [undefined, "note cannot be set to undefined: JSON cannot represent it exactly (from set)."],
  [Number.NaN, "note cannot be set to the number NaN: JSON cannot represent it exactly (from set)."],
  [-Infinity, "note cannot be set to the number -Infinity: JSON cannot represent it exactly (from set)."],
  [2 ** 60, "note cannot be set to the number 1152921504606847000: JSON cannot represent it exactly (from set)."],
  [7n, "note cannot be set to a bigint: JSON cannot represent it exactly (from set)."],
  [Symbol("s"), "note cannot be set to a symbol: JSON cannot represent it exactly (from set)."],
  [() => 1, "note cannot be set to a function: JSON cannot represent it exactly (from set)."],
  [new Date(0), "note cannot be set to an object of the class Date: JSON cannot represent it exactly (from set)."],
  [{ a: [1, undefined] }, "note.a[1] cannot be set to undefined: JSON cannot represent it exactly (from set)."],
  [Array(1), "note[0] cannot be set to undefined: JSON cannot represent it exactly (from set)."],
  [
    holdsItself,
    "note.self.holdsItself cannot be set to an object that contains itself: JSON cannot represent it exactly (from set).",
  ],
])("what JSON cannot hold is not set: %s", (value, message) => {
  expect(failureOf(() => taking({ set: { note: value } }))).toMatchObject({ code: "BAD_VALUE", message });
});

test("all that JSON can hold is set, the same value at two places too", () => {
  const twice = { a: 1 };
  const note = [null, true, 0.1, -9_007_199_254_740_991, "", twice, twice, runInNewContext("({ a: [1] })")];
  expect(taking({ set: { note } }).note).toEqual(note);
});

test("an option that does not exist is told, with the likely name", async () => {
  expect(failureOf(() => taking({ sed: 1 }))).toEqual({
    code: "USAGE",
    message: 'sample has no option "sed".',
    hint: "Did you mean seed?",
  });
  expect(failureOf(() => taking({ verbose: true })).hint).toBe(
    "Options: seed, at, set, strict, marketplaceUrl, locale.",
  );
  expect(failureOf(() => taking({ toString: 1 })).message).toBe('sample has no option "toString".');
  expect(await rejection(Reflect.apply(scenario, undefined, ["purchase", { sed: 1 }]))).toMatchObject({
    code: "USAGE",
    message: 'scenario has no option "sed".',
  });
});

test("a scenario takes and refuses the same", async () => {
  const [first] = await scenario("purchase", { seed: 7, at: "2026-03-01T08:00:00Z" });
  expect(first?.timestamp).toBe(Date.parse("2026-03-01T08:00:00Z"));
  expect((await rejection(scenario("purchase", { at: "2026" }))).message).toMatch(/^at 2026 is neither /);
});

test("an option that is undefined is left out", () => {
  expect(taking({ seed: 7, at: undefined, set: undefined })).toEqual(taking({ seed: 7 }));
});

test("with strict, a path that the payload does not have is refused with the one that was meant", () => {
  expect(failureOf(() => taking({ set: { "resource.content.emial": "a@b.example" }, strict: true }))).toMatchObject({
    code: "BAD_VALUE",
    message: "resource.content.emial is not in the payload.",
    hint: "Did you mean resource.content.email?",
  });
  expect(failureOf(() => taking({ set: { "resource.list[3]": 1 }, strict: true }))).toMatchObject({
    message: "resource.list[3] is not in the payload.",
    hint: "To add it, leave out the strict option.",
  });
  expect(taking({ set: { "resource.content.email": "a@b.example" }, strict: true })).toMatchObject({
    resource: { content: { email: "a@b.example" } },
  });
  expect(taking({ set: { "resource.content.emial": "a@b.example" } })).toMatchObject({
    resource: { content: { emial: "a@b.example" } },
  });
});

test("in a scenario, one payload that has the path is enough for strict", async () => {
  const set = { "resource.content.vendorInformation": null, "resource.content.emial": "a" };
  const error = await rejection(Promise.resolve().then(() => scenario("purchase", { set, strict: true })));
  expect(error).toMatchObject({ code: "BAD_VALUE" });
  const events = await scenario("purchase", {
    set: { "resource.content.email": "a@b.example" },
    strict: true,
    seed: 1,
  });
  expect(events.some((event) => JSON.stringify(event).includes('"email":"a@b.example"'))).toBe(true);
});

test("strict is true or false", () => {
  expect(failureOf(() => taking({ strict: "yes" })).message).toBe("strict yes is neither true nor false.");
});
