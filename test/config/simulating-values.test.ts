import { expect, test } from "vitest";
import type { OptionName } from "../../src/config/index.ts";
import { unconfirmedWaitsMs } from "../../src/delivery/index.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";
import { options } from "../../src/config/index.ts";

async function typed<Name extends OptionName>(name: Name, value: string | string[]) {
  return (await resolved(name, { flags: { [name]: value }, readFile: () => "" }))[0];
}

test.each([
  ["0.5", 0.5],
  ["1", 1],
  ["2.25", 2.25],
  ["0.001", 0.001],
])("the rate %s is %d events a second", async (text, rate) => {
  expect(await typed("rate", text)).toBe(rate);
});

test.each(["0", "-1", "1/s", "fast", "1e3", ".5", "0.0001", "100001"])("%s is no rate", async (text) => {
  expect(await rejection(typed("rate", text))).toMatchObject({
    code: "BAD_VALUE",
    message: `--rate ${text} is not a number from 0.001 to 100000.`,
  });
});

test("retries are never slower than at AppDirect", async () => {
  expect(await typed("timeScale", "1000")).toBe(1000);
  expect((await rejection(typed("timeScale", "0.5"))).message).toBe(
    "--time-scale 0.5 is not a number from 1 to 1000000.",
  );
});

test("the last waits are durations with commas between them", async () => {
  expect(await typed("retryTail", "4h, 90m")).toEqual([14_400_000, 5_400_000]);
  expect((await rejection(typed("retryTail", "4h,,8h"))).message).toBe(
    "--retry-tail 4h,,8h is not a duration such as 500ms, 30s, 5m, 12h or 7d.",
  );
});

test("the waits that help names are those that are taken where nobody names some", async () => {
  expect(await typed("retryTail", options.retryTail.defaultText ?? "")).toEqual(unconfirmedWaitsMs);
});

test("scenarios come with commas between them, or one after the other", async () => {
  expect(await typed("scenarios", ["purchase, purchase", "purchase"])).toEqual(["purchase", "purchase", "purchase"]);
  expect((await rejection(typed("scenarios", ["purchase,purchas"]))).message).toMatch(
    /^--scenario purchase,purchas is unknown: use /,
  );
});

test.each(["101", "-1", "5%"])("%s is no percentage", async (text) => {
  expect((await rejection(typed("duplicate", text))).message).toBe(
    `--duplicate ${text} is not a whole number from 0 to 100.`,
  );
});

test("an access token is had at a web address, with its query", async () => {
  expect(await typed("tokenUrl", "http://localhost:3000/oauth2/token?realm=a")).toBe(
    "http://localhost:3000/oauth2/token?realm=a",
  );
});

test.each(["localhost:3000", "/oauth2/token", "ftp://example.com/", "http:"])("%s is none", async (text) => {
  expect((await rejection(typed("tokenUrl", text))).message).toBe(
    `--token-url ${text} is not an address such as http://localhost:3000/oauth2/token.`,
  );
});
