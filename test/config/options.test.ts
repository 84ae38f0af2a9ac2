import { Option } from "commander";
import { expect, test } from "vitest";
import { everyCommand, optionsOf } from "../../src/commands/index.ts";
import {
  everywhereNames,
  helpText,
  options,
  variableOf,
  type OptionDefinition,
  type OptionName,
} from "../../src/config/index.ts";

const all = Object.entries(options) as [OptionName, OptionDefinition][];
const formsOf = (flag: string) => flag.match(/(?<=^|, )--?[A-Za-z-]+/g) ?? [];

test.each(all)("--help explains %s in a few words without a full stop", async (_, { help }) => {
  expect(await helpText({ help })).toMatch(/^[a-z"].*[^.\s]$/);
});

/** One that has another meaning under the same flag in another command has another name. */
const others: Readonly<Record<string, string>> = {
  countOfEach: "count",
  scenarios: "scenario",
  sendRate: "rate",
  retryScale: "timeScale",
  duplicatePercent: "duplicate",
  shuffled: "shuffle",
  networkSeed: "seed",
};

test.each(all)("what commander makes of the flag of %s is its name in the table", (name, { flag }) => {
  for (const form of flag.split(/, (?=--no-)/)) expect(new Option(form).attributeName()).toBe(others[name] ?? name);
});

const endings = { value: />$/, list: />$/, optional: /\]$/, refusable: />, --no-[a-z]+$/, switch: /[a-z]$/ };

test.each(all)("the flag of %s says what it takes just where it takes something", (_, { flag, kind }) => {
  expect(flag).toMatch(endings[kind]);
  expect(/[<[]/.test(flag)).toBe(kind !== "switch");
});

test("no two options of a command share a flag, long or short", async () => {
  for (const { name, command } of await everyCommand()) {
    const forms = [...command.options, ...everywhereNames].flatMap((option) => formsOf(options[option].flag));
    const taken = [...forms, "-h", "--help", "-V", "--version"];
    expect([name, taken.filter((form, index) => taken.indexOf(form) !== index)]).toEqual([name, []]);
  }
});

test("no two options share a variable", () => {
  const variables = all.map(([name]) => variableOf(name));
  expect(new Set(variables).size).toBe(all.length);
});

test.each([
  ["port", "APPDIRECT_HOOKS_PORT"],
  ["maxBody", "APPDIRECT_HOOKS_MAX_BODY"],
  ["forwardTo", "APPDIRECT_HOOKS_FORWARD_TO"],
  ["marketplaceUrl", "APPDIRECT_HOOKS_MARKETPLACE_URL"],
] as const)("the variable of %s is %s", (name, variable) => {
  expect(variableOf(name)).toBe(variable);
});

test("a switch that is on by default has a flag that turns it off, and the other way round", () => {
  const switches = all.filter(([, { kind }]) => kind === "switch");
  const said = switches.map(([name, { flag, ...definition }]) => [
    name,
    flag.startsWith("--no-"),
    "default" in definition && definition.default === true,
  ]);
  expect(said.filter(([, isOff, isOn]) => isOff !== isOn)).toEqual([]);
});

/** Where something listens and is reached, what it asks and keeps, where and how it sends, how it shows: the same in every run. */
const settings = [
  "port",
  "host",
  "path",
  "auth",
  "token",
  "client",
  "user",
  "maxBody",
  "respond",
  "events",
  "tunnel",
  "publicUrl",
  "tunnelToken",
  "tunnelProtocol",
  "keepTunnel",
  "exitOnDisconnect",
  "cloudflared",
  "readyFile",
  "fixtures",
  "record",
  "redact",
  "keepSecrets",
  "forwardTo",
  "to",
  "tokenUrl",
  "header",
  "bearer",
  "timeout",
  "expect",
  "wait",
  "skipVerify",
  "cacert",
  "concurrency",
  "marketplaceUrl",
  "rate",
  "apiClient",
  "timeScale",
  "retryTail",
  "duplicate",
  "shuffle",
  "outage",
  "state",
  "format",
  "json",
  "quiet",
  "verbose",
  "debug",
  "color",
  "yes",
  "input",
];

test("only what is a setting has a variable: none selects, stops or changes what a command does", () => {
  const withVariable = all.filter(([, { setting }]) => setting).map(([name]) => name);
  expect(withVariable.toSorted()).toEqual(settings.toSorted());
});

test.each([
  ["APPDIRECT_HOOKS_TO", ["replay"]],
  ["APPDIRECT_HOOKS_EVENTS", ["listen"]],
  ["APPDIRECT_HOOKS_FORWARD_TO", ["listen"]],
  ["APPDIRECT_HOOKS_SIMULATE_TO", ["simulate"]],
  ["APPDIRECT_HOOKS_SIMULATE_EVENTS", []],
  ["APPDIRECT_HOOKS_RATE", []],
])("%s is taken by %j alone", async (variable, takers) => {
  const every = await everyCommand();
  const taking = every.filter(({ command }) =>
    optionsOf(command).some(({ variables }) => variables.includes(variable)),
  );
  expect(taking.map(({ name }) => name)).toEqual(takers);
});

test("the options of every command are those of the contract", () => {
  expect(everywhereNames).toEqual(["json", "quiet", "verbose", "debug", "color", "yes", "input"]);
});
