import { everyCommand, type AnyCommand } from "../../src/commands/index.ts";
import { everywhereNames, options, commandOptions } from "../../src/config/index.ts";
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
    ...all.map(({ name, command }) => section(name, command)),
  );
}

function section(name: string, command: AnyCommand): string {
  const forms = command.positionals.map(({ form }) => form);
  return [
    `## ${name}`,
    plain(command.description),
    codeBlock([[program, name, ...forms, "[options]"].join(" ")]),
    ...command.positionals.map(({ form, help }) => `${code(form)}: ${plain(help)}.`),
    optionTable(command),
    "Examples:",
    codeBlock(
      command.examples.flatMap(([typed, does]) => [
        `# ${does}`,
        `${program} ${typed.replaceAll("{program}", program)}`,
      ]),
    ),
  ].join("\n\n");
}

function optionTable(command: AnyCommand): string {
  return table(
    ["option", "meaning here"],
    commandOptions(command.options, command.own).map(({ definition, help }) => [code(definition.flag), plain(help)]),
  );
}
