import { expect, test } from "vitest";
import {
  openSources,
  options,
  resolveOptions,
  commandOptions,
  variableOf,
  type OptionName,
} from "../../src/config/index.ts";
import { mistaken } from "../../src/values/sentences.ts";
import { parseStatuses, parseTarget } from "../../src/delivery/index.ts";
import { headerOfConnection } from "../../src/delivery/sentences.ts";
import { parseAssignment, parsePath, parsePatterns } from "../../src/events/index.ts";
import { noSuchEvent, nothingLeft } from "../../src/events/sentences.ts";
import { refusal } from "../harness/refusal.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";

const from = (named: string) => ({ named, hint: "" });

test("a flag wins over a variable, a variable over the default", async () => {
  const env = { APPDIRECT_HOOKS_TIMEOUT: "5s" };
  expect(await resolved("timeout", { flags: { timeout: "1m" }, env })).toEqual([60_000, "flag"]);
  expect(await resolved("timeout", { env })).toEqual([5_000, "environment"]);
  expect(await resolved("timeout", {})).toEqual([30_000, "default"]);
});

test("an option without a default is undefined where it is not given", async () => {
  expect(await resolved("port", {})).toEqual([undefined, "default"]);
});

test("an empty variable is one that is not set", async () => {
  expect(await resolved("host", { env: { APPDIRECT_HOOKS_HOST: "" } })).toEqual(["127.0.0.1", "default"]);
});

const forOneRun = (Object.keys(options) as OptionName[]).filter((name) => !options[name].setting);

test.each(forOneRun)("a variable has no effect on %s, which is for one run", async (name) => {
  const env = { [variableOf(name)]: "no value that it would take" };
  expect((await resolved(name, { env }))[1]).toBe("default");
});

test("the lines of a variable are the values of a list, blank ones left out", async () => {
  const env = { APPDIRECT_HOOKS_FORWARD_TO: "3000\r\n\nuser,order=4000\n" };
  const [targets, origin] = await resolved("forwardTo", { env });
  expect(targets.map(({ name, patterns }) => [name, patterns.text])).toEqual([
    ["http://localhost:3000/", "*"],
    ["http://localhost:4000/", "user,order"],
  ]);
  expect(origin).toBe("environment");
});

test("a list that is typed replaces the one of the variable", async () => {
  const env = { APPDIRECT_HOOKS_EVENTS: "user" };
  const [patterns, origin] = await resolved("events", { flags: { events: ["order", "!order.removed"] }, env });
  expect([patterns.text, origin]).toEqual(["order,!order.removed", "flag"]);
});

test("a list that is given nowhere is empty", async () => {
  expect(await resolved("redact", {})).toEqual([[], "default"]);
});

test.each([
  ...["1", "true", "yes", "on", "TRUE", "Yes"].map((text) => [text, true] as const),
  ...["0", "false", "no", "off", "FALSE", "Off"].map((text) => [text, false] as const),
])("the variable of a switch that is %s means %s", async (text, value) => {
  expect(await resolved("skipVerify", { env: { APPDIRECT_HOOKS_SKIP_VERIFY: text } })).toEqual([value, "environment"]);
});

test("the variable of --no-record says what it switches, not what it takes away", async () => {
  expect(await resolved("record", { env: { APPDIRECT_HOOKS_RECORD: "false" } })).toEqual([false, "environment"]);
  expect(await resolved("record", { flags: { record: false }, env: { APPDIRECT_HOOKS_RECORD: "true" } })).toEqual([
    false,
    "flag",
  ]);
});

test("any other text in the variable of a switch is refused", async () => {
  expect(await rejection(resolved("quiet", { env: { APPDIRECT_HOOKS_QUIET: "maybe" } }))).toMatchObject({
    code: "BAD_VALUE",
    message: "APPDIRECT_HOOKS_QUIET=maybe is neither true nor false.",
    hint: "Change the variable, or unset it.",
  });
});

test("a bad value is told with the flag or the variable that gave it", async () => {
  const typed = await rejection(resolved("port", { flags: { port: "70000" } }));
  const inVariable = await rejection(resolved("port", { env: { APPDIRECT_HOOKS_PORT: "http" } }));
  expect([typed.code, inVariable.code]).toEqual(["BAD_VALUE", "BAD_VALUE"]);
  expect(typed.message).toMatch(/^--port 70000 is not .* from 0 to 65535\.$/);
  expect(inVariable.message).toMatch(/^APPDIRECT_HOOKS_PORT=http is not .* from 0 to 65535\.$/);
});

test("a value that is empty is shown as such", async () => {
  expect((await rejection(resolved("host", { flags: { host: "" } }))).message).toBe('--host "" is empty.');
});

test("a bad variable does not matter where a flag is typed", async () => {
  const env = { APPDIRECT_HOOKS_PORT: "http" };
  expect(await resolved("port", { flags: { port: "0" }, env })).toEqual([0, "flag"]);
});

test("the default of everything can be had without a flag, a variable or a file", async () => {
  const names = Object.keys(options) as OptionName[];
  const noFile = () => {
    throw new Error("No file is to be read.");
  };
  const { given } = await resolveOptions(commandOptions(names), openSources({ flags: {}, env: {}, readFile: noFile }), {
    readFile: noFile,
  });
  expect([...new Set(names.map((name) => given.originOf(name)))]).toEqual(["default"]);
});

test("what is wrong with a value is told with the flag, the variable or both of its forms", async () => {
  const flags = { events: ["subscribtion"] };
  const env = { APPDIRECT_HOOKS_EVENTS: "subscribtion" };
  for (const [given, named] of [[{ flags }, "--events"] as const, [{ env }, "APPDIRECT_HOOKS_EVENTS"] as const]) {
    const { code, message, hint } = await rejection(resolved("events", given));
    const alone = noSuchEvent("subscribtion", "").message.slice(0, -1);
    expect([code, message]).toEqual(["UNKNOWN_EVENT", `${alone} (from ${named}).`]);
    expect(hint).toMatch(/^Did you mean subscription\? Resources: /);
  }
});

test("what the values of a list are wrong in together is told the same way", async () => {
  const error = await rejection(resolved("events", { flags: { events: ["user", "!user"] } }));
  expect(error).toEqual(mistaken(from("--events"), nothingLeft("user,!user")));
});

test.each([
  ["to", ":::", "--to", () => parseTarget(":::")],
  ["forwardTo", "3000,4000", "--forward-to", () => parseTarget("3000,4000")],
  ["expect", "abc", "--expect", () => parseStatuses("abc")],
  ["exec", "", "--exec", () => parseTarget("command:")],
  ["untilEvent", "subscribtion", "--until-event", () => parsePatterns("subscribtion")],
  ["set", "a.b", "--set", () => parseAssignment("a.b")],
  ["unset", "a[", "--unset", () => parsePath("a[")],
  ["redact", "a..b", "--redact", () => parsePath("a..b")],
] as const)("--%s %j is refused with its flag and what to write", async (name, typed, flag, read) => {
  const kind = options[name].kind;
  const error = await rejection(resolved(name, { flags: { [name]: kind === "list" ? [typed] : typed } }));
  const mistake = refusal(read);
  expect(mistake.hint).toMatch(/./);
  expect(error).toEqual(mistaken(from(flag), mistake));
});

test("a header that belongs to the connection is refused with its flag, without its value", async () => {
  const error = await rejection(resolved("header", { flags: { header: ["Content-Length: 4711"] } }));
  expect(error).toEqual(mistaken(from("--header"), headerOfConnection("Content-Length")));
});
