import { expect, test } from "vitest";
import { everyCommand, groupHelp, helpOf, isGroup, overview } from "../../src/commands/index.ts";
import { commands } from "../../src/commands/table.ts";
import { plainTheme } from "../../src/output/index.ts";
import { accept, oursIn } from "../harness/accept.ts";
import { pasteAll } from "../harness/paste.ts";

const widths = [60, 80, 100];
const programs = ["npx appdirect-hooks", "node bin/appdirect-hooks.js"];

interface Form {
  program: string;
  width: number;
}

/** What can be asked for help, each as its text in a form. */
async function everyHelp(): Promise<[what: string, text: (form: Form) => Promise<string> | string][]> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, { load }]) => [name, await load()] as const),
  );
  const groups = loaded.flatMap(([name, found]) => (isGroup(found) ? [{ name, found }] : []));
  return [
    ["the overview", (form) => overview({ theme: plainTheme, ...form })],
    ...groups.map(({ name, found }): [string, (form: Form) => string] => [
      name,
      (form) => groupHelp(name, found, { theme: plainTheme, ...form }),
    ]),
    ...(await everyCommand()).flatMap(({ name, command }): [string, (form: Form) => Promise<string>][] => [
      [name, (form) => helpOf(name, command, { theme: plainTheme, ...form })],
      [`${name} -v`, (form) => helpOf(name, command, { theme: plainTheme, ...form, full: true })],
    ]),
  ];
}

/** The commands among the examples of a help, each with its continued lines; what it does is further in. */
function examplesIn(help: string, program: string): string[] {
  const [, after = ""] = help.split("\nExamples\n");
  const [lines = ""] = after.split("\n\n");
  return lines
    .replaceAll("\\\n", "\\\r")
    .split("\n")
    .filter((line) => line.startsWith(`  ${program} `))
    .map((line) => line.replaceAll("\r", "\n"));
}

const helps = await everyHelp();

test.each(programs)(
  "every example of every help runs as pasted, the same at 60, 80 and 100 columns: %s",
  async (program) => {
    const printed = await Promise.all(
      helps.flatMap(([what, text]) =>
        widths.map(async (width) => ({ what, width, texts: examplesIn(await text({ program, width }), program) })),
      ),
    );
    const pasted = await pasteAll(printed.flatMap(({ texts }) => texts));
    expect(pasted.filter(({ status, errors }) => status !== 0 || errors !== "")).toEqual([]);
    const typed = pasted.map(({ started }) => oursIn(started));
    expect(typed.filter((ours) => ours.length === 0)).toEqual([]);
    await Promise.all(typed.flat().map(accept));
    const started = printed.map(({ what, width, texts }) => {
      return { what, width, all: pasted.splice(0, texts.length).map((one) => one.started) };
    });
    for (const { what, width, all } of started) {
      expect({ what, width, all }).toEqual({ what, width, all: started.find((one) => one.what === what)?.all });
      expect(all.length).toBeGreaterThan(0);
    }
  },
);

test("no example of the tables is missing among them", async () => {
  const form = { program: "npx appdirect-hooks", width: 60 };
  const textOf = new Map(helps);
  const all = await everyCommand();
  const found = await Promise.all(
    all.map(async ({ name }) => examplesIn((await textOf.get(`${name} -v`)?.(form)) ?? "", form.program).length),
  );
  expect(found).toEqual(all.map(({ command }) => command.examples.length));
});

test.each(helps)("at 60 columns no line of the help of %s is wider, unless it is one word", async (_, text) => {
  const lines = (await text({ program: "npx appdirect-hooks", width: 60 })).split("\n");
  expect(lines.filter((line) => line.length > 60 && /\S\s+\S/.test(line))).toEqual([]);
});

test.each(helps)("at 80 columns no line of the help of %s is wider", async (_, text) => {
  const lines = (await text({ program: "npx appdirect-hooks", width: 80 })).split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
