import { expect, test } from "vitest";
import { options, resolveOptions, variableOf, type OptionName } from "../../src/config/index.ts";
import { failureOf } from "../harness/failure-of.ts";

interface Given {
  flags?: Record<string, unknown>;
  env?: Record<string, string>;
}

const noFile = () => {
  throw new Error("No file is to be read.");
};

function resolved<Name extends OptionName>(name: Name, { flags = {}, env = {} }: Given) {
  const { values, origins } = resolveOptions([name], { flags, env, readFile: noFile });
  return [values[name], origins[name]];
}

test("a flag wins over a variable, a variable over the default", () => {
  const env = { APPDIRECT_HOOKS_TIMEOUT: "5s" };
  expect(resolved("timeout", { flags: { timeout: "1m" }, env })).toEqual([60_000, "flag"]);
  expect(resolved("timeout", { env })).toEqual([5_000, "environment"]);
  expect(resolved("timeout", {})).toEqual([30_000, "default"]);
});

test("an option without a default is undefined where it is not given", () => {
  expect(resolved("port", {})).toEqual([undefined, "default"]);
});

test("an empty variable is one that is not set", () => {
  expect(resolved("host", { env: { APPDIRECT_HOOKS_HOST: "" } })).toEqual(["127.0.0.1", "default"]);
});

const forOneRun = (Object.keys(options) as OptionName[]).filter((name) => !options[name].setting);

test.each(forOneRun)("a variable has no effect on %s, which is for one run", (name) => {
  const env = { [variableOf(name)]: "no value that it would take" };
  expect(resolved(name, { env })[1]).toBe("default");
});

test("the lines of a variable are the values of a list, blank ones left out", () => {
  const env = { APPDIRECT_HOOKS_FORWARD_TO: "3000\r\n\nuser,order=4000\n" };
  expect(resolved("forwardTo", { env })).toEqual([["3000", "user,order=4000"], "environment"]);
});

test("a list that is typed replaces the one of the variable", () => {
  const env = { APPDIRECT_HOOKS_EVENTS: "user" };
  expect(resolved("events", { flags: { events: ["order", "!order.removed"] }, env })).toEqual([
    ["order", "!order.removed"],
    "flag",
  ]);
});

test("a list that is given nowhere is empty", () => {
  expect(resolved("redact", {})).toEqual([[], "default"]);
});

test.each([
  ...["1", "true", "yes", "on", "TRUE", "Yes"].map((text) => [text, true] as const),
  ...["0", "false", "no", "off", "FALSE", "Off"].map((text) => [text, false] as const),
])("the variable of a switch that is %s means %s", (text, value) => {
  expect(resolved("skipVerify", { env: { APPDIRECT_HOOKS_SKIP_VERIFY: text } })).toEqual([value, "environment"]);
});

test("the variable of --no-record says what it switches, not what it takes away", () => {
  expect(resolved("record", { env: { APPDIRECT_HOOKS_RECORD: "false" } })).toEqual([false, "environment"]);
  expect(resolved("record", { flags: { record: false }, env: { APPDIRECT_HOOKS_RECORD: "true" } })).toEqual([
    false,
    "flag",
  ]);
});

test("any other text in the variable of a switch is refused", () => {
  expect(failureOf(() => resolved("quiet", { env: { APPDIRECT_HOOKS_QUIET: "maybe" } }))).toEqual({
    code: "BAD_VALUE",
    message: "APPDIRECT_HOOKS_QUIET maybe cannot be used: true or false is needed.",
    hint: "Change the variable, or unset it.",
  });
});

test("a bad value is told with the flag or the variable that gave it", () => {
  expect(failureOf(() => resolved("port", { flags: { port: "70000" } })).message).toBe(
    "--port 70000 cannot be used: a whole number from 0 to 65535 is needed.",
  );
  expect(failureOf(() => resolved("port", { env: { APPDIRECT_HOOKS_PORT: "http" } })).message).toBe(
    "APPDIRECT_HOOKS_PORT http cannot be used: a whole number from 0 to 65535 is needed.",
  );
});

test("a value that is empty is shown as such", () => {
  expect(failureOf(() => resolved("host", { flags: { host: "" } })).message).toBe(
    '--host "" cannot be used: it is empty.',
  );
});

test("a bad variable does not matter where a flag is typed", () => {
  const env = { APPDIRECT_HOOKS_PORT: "http" };
  expect(resolved("port", { flags: { port: "0" }, env })).toEqual([0, "flag"]);
});

test("the default of everything can be had without a flag, a variable or a file", () => {
  const names = Object.keys(options) as OptionName[];
  const { origins } = resolveOptions(names, { flags: {}, env: {}, readFile: noFile });
  expect([...new Set(Object.values(origins))]).toEqual(["default"]);
});
