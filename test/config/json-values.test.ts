import { expect, test } from "vitest";
import type { OptionName } from "../../src/config/index.ts";
import { mistaken } from "../../src/values/sentences.ts";
import type { Json } from "../../src/events/index.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import { rejection } from "../harness/rejection.ts";
import { resolvedFromJson } from "../harness/resolve-option.ts";

test.each([
  ["port", 3000, 3000],
  ["port", "3000", 3000],
  ["host", "::1", "::1"],
  ["maxBody", 1000, 1000],
  ["maxBody", "1kb", 1024],
  ["timeout", 0, 0],
  ["timeout", "1m", 60_000],
  ["record", false, false],
  ["exitOnDisconnect", true, 30_000],
  ["exitOnDisconnect", false, undefined],
  ["exitOnDisconnect", "5s", 5_000],
  ["tunnel", false, false],
  ["tunnel", "none", false],
  ["tunnel", true, undefined],
  ["tunnel", "named", "named"],
] as const)("--%s that is %j in a JSON file means %j", async (name, json, value) => {
  expect(await resolvedFromJson(name, json)).toBe(value);
});

test("statuses are numbers, texts or a list of both", async () => {
  const notFound = { from: 404, to: 404 };
  expect(await resolvedFromJson("expect", 404)).toEqual([notFound]);
  expect(await resolvedFromJson("expect", "404")).toEqual([notFound]);
  expect(await resolvedFromJson("expect", [404, "200-299"])).toEqual([notFound, { from: 200, to: 299 }]);
});

test("a list may be one value, and a target a port", async () => {
  const [target] = await resolvedFromJson("forwardTo", 3000);
  expect(target?.name).toBe("http://localhost:3000/");
  const targets = await resolvedFromJson("to", ["order=4000", 3000]);
  expect(targets.map(({ name, patterns }) => [name, patterns.text])).toEqual([
    ["http://localhost:4000/", "order"],
    ["http://localhost:3000/", "*"],
  ]);
});

test("patterns are a text or a list of texts, together one", async () => {
  expect((await resolvedFromJson("events", ["order", "!order.removed"])).text).toBe("order,!order.removed");
  expect((await resolvedFromJson("untilEvent", ["order", "user.added"]))?.text).toBe("order,user.added");
});

test("a change of a payload is a path and a value of any kind", async () => {
  expect(await resolvedFromJson("set", [{ "resource.content.quantity": null }, "a=1"])).toMatchObject([
    { path: { text: "resource.content.quantity" }, json: "null" },
    { path: { text: "a" }, json: "1" },
  ]);
});

test.each<[OptionName, Json, string, string]>([
  ["port", true, "port true", "is not a whole number from 0 to 65535"],
  ["port", [1], "port [1]", "is not a whole number from 0 to 65535"],
  ["timeout", 30, "timeout 30", "is not a duration such as 500ms, 30s, 5m, 12h or 7d"],
  ["maxBody", {}, "maxBody {}", "is not a size such as 512kb, 5mb or 1gb"],
  ["host", 7, "host 7", "is not text"],
  ["host", null, "host null", "is not text"],
  ["fixtures", true, "fixtures true", "is not text"],
  ["record", "maybe", "record maybe", "is neither true nor false"],
  ["record", 1, "record 1", "is neither true nor false"],
  ["redact", ["a", 1], "redact 1", "is not text"],
  ["token", 42, "token [redacted]", "is not text"],
  ["untilEvent", [1], "untilEvent [1]", "is neither text nor a list of texts"],
  ["untilEvent", { user: true }, 'untilEvent {"user":true}', "is neither text nor a list of texts"],
  ["to", [{ url: "x" }], 'to {"url":"x"}', "is neither a port nor a target such as order=localhost:3000/hooks"],
  ["expect", {}, "expect {}", 'is not a list of HTTP statuses such as 404 or "200-299"'],
  ["set", { a: 1, b: 2 }, 'set {"a":1,"b":2}', "is not one payload path with its value"],
  ["set", 1, "set 1", "is not one payload path with its value"],
])("--%s does not take %j, and says where it stands", async (name, json, shown, reason) => {
  const { message, hint } = await rejection(resolvedFromJson(name, json));
  expect([message, hint]).toEqual([`settings.json: ${shown} ${reason}.`, "Change it there, or take it out."]);
});

test("a mistake of the value itself is told with where it stands", async () => {
  const { code, message, hint } = await rejection(resolvedFromJson("events", ["subscribtion"]));
  const { message: told } = mistaken({ named: "settings.json: events", hint: "" }, noSuchEvent("subscribtion", ""));
  expect([code, message]).toEqual(["UNKNOWN_EVENT", told]);
  expect(hint).toMatch(/^Did you mean subscription\?/);
});
