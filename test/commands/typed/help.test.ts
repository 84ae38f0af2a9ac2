import { expect, test } from "vitest";
import { everyCommand, helpOf, overview, parseCommand, wholeDescription } from "../../../src/commands/index.ts";
import { commands } from "../../../src/commands/table.ts";
import { everywhereNames, commandOptions, helpText } from "../../../src/config/index.ts";
import { createTheme, plainTheme } from "../../../src/output/index.ts";

const form = { theme: plainTheme, program: "npx appdirect-hooks", width: 100 };
const every = await everyCommand();
const names = every.map(({ name }) => name);
const helpFor = async (name: string, width = 100) => helpOf(name, commandOf(name), { ...form, width, full: true });
const shortFor = async (name: string, width = 80) => helpOf(name, commandOf(name), { ...form, width });
function commandOf(name: string) {
  const found = every.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no command ${name}.`);
  return found.command;
}
const tooWide = (text: string, width: number) => text.split("\n").filter((line) => line.length > width);
/** Without the line breaks that a narrow column makes. */
const flowing = (text: string) => text.replaceAll(/(?: \\)?\s+/g, " ");

test.each(names)("the help of %s fits into 100 columns, and into 80", async (name) => {
  expect([...tooWide(await helpFor(name), 100), ...tooWide(await helpFor(name, 80), 80)]).toEqual([]);
});

test.each(["", ...names])("the help of `%s` fits into 80 columns however long the program's path is", async (name) => {
  for (const length of [30, 40, 45, 50, 55]) {
    const options = { ...form, width: 80, full: true, program: `node ${"/folder".repeat(8).slice(0, length)}` };
    const help = name === "" ? overview(options) : await helpOf(name, commandOf(name), options);
    expect(tooWide(help, 80)).toEqual([]);
  }
});

test.each(names)("the help of %s has every option it takes, with its words", async (name) => {
  const command = commandOf(name);
  const help = flowing(await helpFor(name));
  const taken = [...commandOptions(command.options, command.own), ...commandOptions(everywhereNames)];
  const wanted = await Promise.all(taken.map(async (option) => `${option.definition.flag} ${await helpText(option)}`));
  expect(wanted.filter((text) => !help.includes(text))).toEqual([]);
  expect(help).toContain("-V, --version print the version -h, --help show this help; with -v all options");
});

test.each(names)("the help of %s has its description, its arguments and every example", async (name) => {
  const { description, more, positionals, examples } = commandOf(name);
  const help = flowing(await helpFor(name));
  const wanted = [
    wholeDescription({ description, ...(more !== undefined && { more }) }),
    ...positionals.map((one) => `${one.form} ${one.help}`),
    ...examples.map(([typed, does]) => `${form.program} ${typed.replaceAll("{program}", form.program)} ${does}`),
  ];
  expect(wanted.filter((text) => !help.includes(text))).toEqual([]);
});

test.each(names)("%s takes what its examples type", async (name) => {
  const command = commandOf(name);
  for (const [typed] of command.examples) {
    const [first = "", ...rest] = wordsOf(
      typed.split(/ \| (?:\{program\} )?/).find((part) => part.startsWith(name)) ?? "",
    );
    const words = name.split(" ");
    expect([first, ...rest.slice(0, words.length - 1)]).toEqual(words);
    expect((await parseCommand(name, command, rest.slice(words.length - 1), form.program)).help).toBe(false);
  }
});

test.each([...names, ""])("the help of `%s` fits a screen of 40 lines at 80 columns", async (name) => {
  const text = name === "" ? overview({ ...form, width: 80 }) : await shortFor(name);
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(name === "" ? 24 : 40);
  expect(tooWide(text, 80)).toEqual([]);
});

test("the short help of listen has the options of the first day, and says how many there are", async () => {
  const text = await shortFor("listen");
  const flags = [...text.matchAll(/^ {2}(?:-\w, | {4})(--[\w-]+)/gm)].map(([, flag]) => flag);
  expect(flags).toEqual([
    "--forward-to",
    "--tunnel",
    "--keep-tunnel",
    "--port",
    "--auth",
    "--events",
    "--fixtures",
    "--format",
    "--json",
    "--verbose",
  ]);
  const all = (await helpFor("listen")).match(/^ {2}(?:-\w, | {4})--[\w-]+/gm);
  expect(text).toMatch(new RegExp(`\nAll ${all?.length} options: npx appdirect-hooks listen --help -v\n$`));
});

test("help names every event that can be generated, short as it is", async () => {
  const text = flowing(await shortFor("generate"));
  expect(text).toContain("added, changed, removed user, company, membership, subscription, order, invoice,");
  expect(text).toContain("added, changed staging_product, payment_instrument, sales_opportunity");
  expect(text).toContain("added reseller_registrant");
  expect(text).toContain("--scenario <name> a whole life cycle: purchase");
});

test("the overview has every command with what it does, and three examples", () => {
  const text = overview({ ...form, width: 80 });
  const listed = Object.entries(commands).filter(([name, { summary }]) => flowing(text).includes(`${name} ${summary}`));
  const firstWords = [...new Set(names.map((name) => name.split(" ")[0]))];
  expect(listed.map(([name]) => name)).toEqual(firstWords);
  expect(text.split("\nExamples\n")[1]?.match(/^ {2}npx appdirect-hooks /gm)).toHaveLength(3);
  expect(tooWide(text, 80)).toEqual([]);
});

test("the overview looks like this", () => {
  expect(
    overview({ ...form, program: "appdirect-hooks" })
      .split("\n")
      .slice(0, 10),
  ).toEqual([
    "Receive, record, replay and generate AppDirect webhooks on your own machine.",
    "",
    "Usage",
    "  appdirect-hooks <command> [options]",
    "  appdirect-hooks <command> --help",
    "",
    "Commands",
    "  listen    receive webhooks: check, record, print and forward them",
    "  replay    send recorded or hand-written events to a handler",
    "  generate  generate sample events, one or a whole life cycle",
  ]);
});

test("a default is told, in words where the value would not tell", async () => {
  const help = flowing(await helpFor("listen"));
  expect(help).toContain("larger ones get 413 (default: 5mb)");
  expect(help).toContain("--fixtures <folder> folder of recorded events (default: fixtures)");
});

test("what takes a secret names its variable", async () => {
  expect(flowing(await helpFor("listen"))).toContain("the token for --auth token; or @file (APPDIRECT_HOOKS_TOKEN)");
});

test("an option may be explained in the words of the command", async () => {
  expect(flowing(await helpFor("generate"))).toContain(
    "--count <n> how many to generate of each event, or of the scenario",
  );
});

test("colours change nothing but colours", async () => {
  const theme = await createTheme(1);
  const coloured = await helpOf("listen", await commands.listen.load(), { ...form, theme, full: true });
  expect(coloured).toContain("\u001b[");
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(await helpFor("listen"));
});

/** Split as a shell would, as far as the examples need it. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
