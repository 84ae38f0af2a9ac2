import { expect, test } from "vitest";
import type { OptionName } from "../../src/config/index.ts";
import { mistaken } from "../../src/values/sentences.ts";
import { badPath, noSuchEvent, noValue } from "../../src/events/sentences.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";

/** In a sentence: in quotes where it has a space. */
const shown = (text: string) => (text.includes(" ") ? `"${text}"` : text);
const from = (named: string) => ({ named, hint: "" });
const now = new Date("2026-11-23T14:05:11.123Z");

async function typed<Name extends OptionName>(name: Name, text: string) {
  return (await resolved(name, { flags: { [name]: text }, readFile: () => "" }))[0];
}

test.each([
  ["500ms", 500],
  ["30s", 30_000],
  ["5m", 300_000],
  ["12h", 43_200_000],
  ["7d", 604_800_000],
  ["1.5h", 5_400_000],
  ["0", 0],
])("the duration %s is %d ms", async (text, ms) => {
  expect(await typed("timeout", text)).toBe(ms);
});

test.each(["30", "5 m", "m", "-5s", "1e3s", "5min", "30S"])("%s is no duration", async (text) => {
  expect(await rejection(typed("timeout", text))).toMatchObject({
    code: "BAD_VALUE",
    message: `--timeout ${shown(text)} is not a duration such as 500ms, 30s, 5m, 12h or 7d.`,
    hint: "Use another value, or leave the flag out.",
  });
});

test.each([
  ["5mb", 5_242_880],
  ["512kb", 524_288],
  ["1gb", 1_073_741_824],
  ["2k", 2_048],
  ["1.5 MB", 1_572_864],
  ["1000", 1_000],
  ["10b", 10],
])("the size %s is %d bytes, counted in 1,024s", async (text, bytes) => {
  expect(await typed("maxBody", text)).toBe(bytes);
});

test.each(["0", "0.1", "5tb", "-1mb", "mb", "1,5mb", "5 mbytes"])("%s is no size", async (text) => {
  expect((await rejection(typed("maxBody", text))).message).toBe(
    `--max-body ${shown(text)} is not a size such as 512kb, 5mb or 1gb.`,
  );
});

test.each([
  ["0", 0],
  ["65535", 65_535],
  ["+4747", 4_747],
])("the port %s is taken", async (text, port) => {
  expect(await typed("port", text)).toBe(port);
});

test.each(["65536", "-1", "47 47", "0x10", "1e3", "4747.5"])("%s is no port", async (text) => {
  expect((await rejection(typed("port", text))).message).toBe(
    `--port ${shown(text)} is not a whole number from 0 to 65535.`,
  );
});

test.each([
  ["times", "0", "--times 0 is not a whole number from 1 to 1000000000."],
  ["concurrency", "10001", "--concurrency 10001 is not a whole number from 1 to 10000."],
  ["seed", "9007199254740993", "--seed 9007199254740993 is not a whole number from 0 to 9007199254740991."],
] as const)("a number out of bounds is refused: --%s %s", async (name, text, message) => {
  expect((await rejection(typed(name, text))).message).toBe(message);
});

test.each([
  ["2026-11-23T14:05:11Z", "2026-11-23T14:05:11.000Z"],
  ["2026-11-23T14:05:11.250+02:00", "2026-11-23T12:05:11.250Z"],
  ["2026-11-23", "2026-11-23T00:00:00.000Z"],
  ["2h", "2026-11-23T12:05:11.123Z"],
  ["1.5d", "2026-11-22T02:05:11.123Z"],
  ["36525d", "1926-11-23T14:05:11.123Z"],
])("the time %s is %s", async (text, iso) => {
  expect((await typed("at", text))?.(now).toISOString()).toBe(iso);
});

test.each([
  "yesterday",
  "2026",
  "2026-13-01",
  "2026-02-31",
  "2026-11-23 (noon)",
  "11/23/2026",
  "36526d",
  "99999999999d",
])("%s is no time", async (text) => {
  expect((await rejection(typed("at", text))).message).toBe(
    `--at ${shown(text)} is neither a time such as 2026-11-23T14:05:11Z nor an age such as 2h.`,
  );
});

test("one of a few names is taken, and a name near to one gets a suggestion", async () => {
  expect(await typed("format", "line")).toBe("line");
  expect(await rejection(typed("format", "prety"))).toMatchObject({
    code: "BAD_VALUE",
    message: "--format prety is unknown: use pretty, line or json.",
    hint: "Did you mean pretty?",
  });
});

test.each([
  ["x-team: billing", ["x-team", "billing"]],
  ["X-Empty:", ["X-Empty", ""]],
  ["x-time: 14:05", ["x-time", "14:05"]],
])("the header %s is taken", async (text, header) => {
  expect(await typed("header", text)).toEqual([header]);
});

test.each(["x-team billing", ": billing", "x team: billing", "x-team: a\nb"])("%j is no header", async (text) => {
  expect((await rejection(typed("header", text))).code).toBe("BAD_VALUE");
});

test("a path of ours begins with a slash", async () => {
  expect(await typed("path", "/hooks/appdirect")).toBe("/hooks/appdirect");
  expect((await rejection(typed("path", "hooks"))).message).toBe(
    "--path hooks is not a path such as /hooks: a slash, then letters, digits and - . _ ~ % /.",
  );
});

test("the marketplace's address loses the slash at its end", async () => {
  expect(await typed("marketplaceUrl", "https://shop.example.com/")).toBe("https://shop.example.com");
});

test.each(["shop.example.com", "ftp://shop.example.com", "https://"])(
  "%s is no address of a marketplace",
  async (text) => {
    expect((await rejection(typed("marketplaceUrl", text))).message).toBe(
      `--marketplace-url ${shown(text)} is not an address such as https://marketplace.example.com.`,
    );
  },
);

test("patterns are checked as soon as they are read", async () => {
  expect(await typed("events", "subscription.*,!user")).toMatchObject({ text: "subscription.*,!user" });
  expect(await rejection(typed("untilEvent", "subscripton.added"))).toMatchObject({
    code: "UNKNOWN_EVENT",
    message: mistaken(from("--until-event"), noSuchEvent("subscripton.added", "")).message,
  });
});

test("payload paths and what is set there are checked too", async () => {
  expect(await typed("set", 'resource.content.id="42"')).toMatchObject([{ json: '"42"' }]);
  expect(await typed("unset", "resource.content.email")).toMatchObject([{ text: "resource.content.email" }]);
  expect(await rejection(typed("set", "status"))).toEqual(mistaken(from("--set"), noValue("status")));
  expect(await rejection(typed("redact", "a..b"))).toEqual(mistaken(from("--redact"), badPath("a..b")));
});
