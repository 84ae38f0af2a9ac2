import { everyCommand, wholeDescription, type AnyCommand } from "../../src/commands/index.ts";
import { everywhereNames, helpText, options, commandOptions } from "../../src/config/index.ts";
import { code, codeBlock, page, plain, table } from "./markdown.ts";

const program = "npx appdirect-hooks";

/** What each command takes, with the examples of its help. */
export async function commandsPage(): Promise<string> {
  const all = await everyCommand();
  return page(
    "# Commands",
    table(
      ["command", "does"],
      all.map(({ name, summary }) => [`[${code(name)}](#${name.replaceAll(" ", "-")})`, plain(summary)]),
    ),
    `Every command also takes ${everywhereNames.map((name) => code(options[name].flag)).join(", ")}, \`-V, --version\` and \`-h, --help\`. What the options mean, their defaults and variables: [options](options.md). What the program ends with: [errors and exit statuses](errors.md).`,
    ...(await Promise.all(all.map(({ name, command }) => section(name, command)))),
  );
}

async function section(name: string, command: AnyCommand): Promise<string> {
  const forms = command.positionals.map(({ form }) => form);
  return [
    `## ${name}`,
    plain(wholeDescription(command)),
    codeBlock([[program, name, ...forms, "[options]"].join(" ")]),
    ...command.positionals.map(({ form, help }) => `${code(form)}: ${plain(help)}.`),
    await optionTable(command),
    "Examples:",
    codeBlock(
      command.examples.flatMap(([typed, does]) => [
        `# ${does}`,
        `${program} ${typed.replaceAll("{program}", program)}`,
      ]),
    ),
  ].join("\n\n");
}

async function optionTable(command: AnyCommand): Promise<string> {
  const taken = commandOptions(command.options, command.own);
  const rows = taken.map(async (option) => [code(option.definition.flag), plain(await helpText(option))]);
  return table(["option", "meaning here"], await Promise.all(rows));
}
