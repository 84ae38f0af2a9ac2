import { everyCommand } from "../../src/commands/index.ts";
import {
  everywhereNames,
  options,
  variableOf,
  type OptionDefinition,
  type OptionGroup,
  type OptionName,
} from "../../src/config/index.ts";
import { targetExamples } from "../../src/delivery/targets/table.ts";
import { code, page, plain, table } from "./markdown.ts";

/** Every option once, under the heading that it has in `--help`. */
export async function optionsPage(): Promise<string> {
  const takenBy = await commandsByOption();
  const names = Object.keys(options).filter(isOptionName);
  const groups = [...new Set(names.map((name) => options[name].group))];
  return page(
    "# Options",
    "One option has one meaning in every command. Its value is the flag's, else the variable's, else the default. An option without a variable selects or stops one run. An empty variable counts as none.",
    ...groups.map((group) => section(group, names, takenBy)),
    values,
  );
}

async function commandsByOption(): Promise<Map<OptionName, string[]>> {
  const takenBy = new Map<OptionName, string[]>(everywhereNames.map((name) => [name, ["all"]]));
  for (const { name: taker, command } of await everyCommand()) {
    for (const name of command.options) takenBy.set(name, [...(takenBy.get(name) ?? []), taker]);
  }
  return takenBy;
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function section(group: OptionGroup, names: readonly OptionName[], takenBy: ReadonlyMap<OptionName, string[]>): string {
  const members = names.filter((name) => options[name].group === group);
  const rows = members.map((name) => row(name, takenBy.get(name) ?? []));
  return [`## ${group}`, table(["option", "meaning", "default", "variable", "commands"], rows)].join("\n\n");
}

function row(name: OptionName, takers: readonly string[]): string[] {
  const definition: OptionDefinition = options[name];
  const variables = [...(definition.setting ? [variableOf(name)] : []), definition.otherVariable ?? ""];
  const variable = variables
    .filter((one) => one !== "")
    .map(code)
    .join(", ");
  return [code(definition.flag), plain(definition.help), standardOf(definition), variable, takers.join(", ")];
}

function standardOf(definition: OptionDefinition): string {
  if (definition.defaultText !== undefined) return plain(definition.defaultText);
  if (definition.kind === "switch") return definition.default === switchedTo(definition.flag) ? "on" : "off";
  return definition.kind !== "value" || definition.default === undefined ? "" : code(String(definition.default));
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
| switch in a variable | \`true\` or \`false\`; a \`--no-\` flag's variable names what it switches: \`APPDIRECT_HOOKS_RECORD=false\` |
| list in a variable | one value a line |`;
