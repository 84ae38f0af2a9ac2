import { everyCommand } from "../../src/commands/index.ts";
import {
  everywhereNames,
  helpText,
  options,
  commandOptions,
  type OptionGroup,
  type OptionName,
  type CommandOption,
} from "../../src/config/index.ts";
import { targetExamples } from "../../src/delivery/targets/table.ts";
import { code, page, plain, table } from "./markdown.ts";

/** Every option once, under the heading that it has in `--help`. */
export async function optionsPage(): Promise<string> {
  const takers = await takersOfOptions();
  const names = Object.keys(options).filter(isOptionName);
  const groups = [...new Set(names.map((name) => options[name].group))];
  return page(
    "# Options",
    "One option has one meaning in every command. Its value is the flag's, else the variable's, else the default. An option without a variable selects or stops one run. An empty variable counts as none.",
    ...(await Promise.all(groups.map((group) => section(group, names, takers)))),
    values,
  );
}

/** A command, and an option as it takes it. */
interface Taker {
  command: string;
  option: CommandOption;
}

type Takers = ReadonlyMap<OptionName, readonly Taker[]>;

async function takersOfOptions(): Promise<Takers> {
  const takers = new Map<OptionName, readonly Taker[]>();
  const all = (await everyCommand()).map(({ name, command }) => ({
    name,
    options: commandOptions(command.options, command.own),
  }));
  for (const { name: command, options: taken } of [{ name: "all", options: commandOptions(everywhereNames) }, ...all]) {
    for (const option of taken) takers.set(option.name, [...(takers.get(option.name) ?? []), { command, option }]);
  }
  return takers;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

async function section(group: OptionGroup, names: readonly OptionName[], takers: Takers): Promise<string> {
  const members = names.filter((name) => options[name].group === group);
  const rows = await Promise.all(members.map((name) => row(name, takers.get(name) ?? [])));
  return [`## ${group}`, table(["option", "meaning", "default", "variable", "commands"], rows)].join("\n\n");
}

async function row(name: OptionName, takers: readonly Taker[]): Promise<string[]> {
  const option = options[name];
  const help = plain(await helpText(option));
  const commands = takers.map(({ command }) => command).join(", ");
  const variables = (taken: CommandOption) => taken.variables.map(code).join(", ");
  return [code(option.flag), help, perCommand(takers, standardOf), perCommand(takers, variables), commands];
}

/** What is the same in every command that takes the option stands once, else with each. */
function perCommand(takers: readonly Taker[], textOf: (option: CommandOption) => string): string {
  const texts = takers.map(({ command, option }) => ({ command, text: textOf(option) }));
  if (new Set(texts.map(({ text }) => text)).size <= 1) return texts[0]?.text ?? "";
  const some = texts.filter(({ text }) => text !== "");
  return [...new Set(some.map(({ text }) => text))]
    .map((text) => `${text} (${some.flatMap((one) => (one.text === text ? [one.command] : [])).join(", ")})`)
    .join("; ");
}

function standardOf({ definition, default: standard, defaultText }: CommandOption): string {
  if (definition.kind === "switch" && defaultText === undefined)
    return standard === switchedTo(definition.flag) ? "on" : "off";
  if (defaultText === undefined) return "";
  return defaultText.includes(" ") ? plain(defaultText) : code(defaultText);
}

/** What the flag makes of its option: `--no-record` makes it false, and is off while the option is true. */
function switchedTo(flag: string): boolean {
  return !flag.startsWith("--no-");
}

const values = `## Values

| value | form |
| --- | --- |
| target | ${targetExamples}; \`3000\` is \`http://localhost:3000/\`; with the events it gets in front: \`subscription.*,order=http://localhost:4001/hooks\` |
| patterns | \`subscription.added\`, \`subscription.*\`, \`*.removed\`; \`subscription\` is all its actions; a comma separates; \`!\` takes away |
| path=value | a path from the payload's root: \`resource.content.status=CANCELLED\`, \`orderLines[0]\`, \`orderLines[*].price\`; the value is JSON if it parses as JSON, else a string |
| duration | \`500ms\`, \`30s\`, \`5m\`, \`12h\`, \`7d\`, or \`0\` |
| time | ISO 8601, or an age: \`2h\` |
| size | bytes, \`512kb\`, \`5mb\`, \`1gb\`, counted in 1,024s |
| statuses | \`200-299\`, \`200,409\` |
| secret | the secret itself, or \`@file\` for what the file holds |
| switch in a variable | \`true\` or \`false\` (or \`1\`, \`yes\`, \`on\`, \`0\`, \`no\`, \`off\`); a \`--no-\` flag's variable names what it switches: \`APPDIRECT_HOOKS_RECORD=false\` |
| list in a variable | one value per line |`;
