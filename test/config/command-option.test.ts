import { expect, test } from "vitest";
import { resolveOptions, commandOptions, type OpenedSource } from "../../src/config/index.ts";

const readFile = () => "";

test("an option of a command is what the table says, but for what is its own", () => {
  const own = {
    port: { default: 4748, help: "where its API answers", group: "Making", variable: "ITS_PORT" },
  } as const;
  const [port, host] = commandOptions(["port", "host"], own);
  expect(port).toMatchObject({
    name: "port",
    help: "where its API answers",
    group: "Making",
    default: 4748,
    defaultText: "4748",
    isSetting: true,
    variables: ["ITS_PORT"],
  });
  expect(host).toMatchObject({ group: "Receiving", default: "127.0.0.1", variables: ["APPDIRECT_HOOKS_HOST"] });
});

test.each([
  ["timeout", "30s"],
  ["maxBody", "5mb"],
  ["wait", "0"],
  ["expect", "200-299"],
  ["times", "1"],
  ["path", "every path; with a public address, /h/ and random characters, saved for this project"],
  ["publicUrl", undefined],
  ["quiet", undefined],
] as const)("the default of --%s is shown as it would be typed: %s", (name, text) => {
  expect(commandOptions([name])[0]?.defaultText).toBe(text);
});

test("a default of the command's own comes where nothing gives the option", async () => {
  const { values } = await resolveOptions(commandOptions(["port"], { port: { default: 4748 } }), [], { readFile });
  expect(values.port).toBe(4748);
});

test("a list that nothing gives is that of no values: every event", async () => {
  const { values } = await resolveOptions(commandOptions(["events", "to"]), [], { readFile });
  expect([values.events.text, values.to]).toEqual(["*", []]);
});

test("only what was typed gives an option that is for one run, and one that is only typed here", async () => {
  const asked: string[] = [];
  const source: OpenedSource = {
    origin: "environment",
    isTyped: false,
    get({ name }) {
      asked.push(name);
      return undefined;
    },
  };
  const taken = commandOptions(["count", "to", "host"], { to: { variable: false } });
  await resolveOptions(taken, [source], { readFile });
  expect([asked, taken.map(({ variables }) => variables)]).toEqual([["host"], [[], [], ["APPDIRECT_HOOKS_HOST"]]]);
});

test("the first source that has a value gives it, and is named", async () => {
  const source = (port: string | undefined, named: string): OpenedSource => ({
    origin: "environment",
    isTyped: false,
    get: async () => (port === undefined ? undefined : { value: port, named, hint: "" }),
  });
  const sources = [source(undefined, "a"), source("1", "b"), source("no port", "c")];
  const { values, given } = await resolveOptions(commandOptions(["port"]), sources, { readFile });
  expect([values.port, given.isGiven("port"), given.isTyped("port"), given.nameOf("port")]).toEqual([
    1,
    true,
    false,
    "b",
  ]);
});

test("what nothing gave is called by its flag", async () => {
  const { given } = await resolveOptions(commandOptions(["maxBody"]), [], { readFile });
  expect([given.isGiven("maxBody"), given.isTyped("maxBody"), given.nameOf("maxBody")]).toEqual([
    false,
    false,
    "--max-body",
  ]);
});
