import { helpText, type CommandOption, type OptionGroup } from "../../config/index.ts";
import { columns, wrapped, type Theme } from "../../output/index.ts";
import { optionsOf, shownCommands, type AnyCommand, type CommandGroup, type CommandTable } from "../command.ts";
import { commands } from "../table.ts";

export interface HelpOptions {
  theme: Theme;
  program: string;
  /** Characters a line holds. */
  width: number;
}

/** What the program alone prints: what it is for, the commands, three examples. */
export function overview(options: HelpOptions): string {
  const { theme, program } = options;
  return sections(theme, [
    ["", [theme.strong("Receive, see, keep, replay and make up AppDirect webhooks on your own machine.")]],
    ["Usage", [`${program} <command> [options]`]],
    ["Commands", commandList(commands, options)],
    [
      "Examples",
      examplesOf(
        [
          ["demo", "see it at work first"],
          ["listen --no-tunnel --forward-to 3000", "take webhooks and pass them on to your handler"],
          ["replay last --to 3000", "send the last one again"],
        ],
        options,
      ),
    ],
    ["", [theme.faint(`${program} <command> --help says what a command takes.`)]],
  ]);
}

/** The help of a command that has sub-commands. */
export function groupHelp(name: string, group: CommandGroup, options: HelpOptions): string {
  const { theme, program, width } = options;
  return sections(theme, [
    ["", wrapped(group.description, width)],
    ["Usage", [`${program} ${name} <command> [options]`]],
    ["Commands", commandList(group.commands, options)],
    ["Examples", examplesOf(group.examples, options)],
    ["", [theme.faint(`${program} ${name} <command> --help says what a command takes.`)]],
  ]);
}

/** The help of one command. */
export async function helpOf(name: string, command: AnyCommand, options: HelpOptions): Promise<string> {
  const { theme, program, width } = options;
  const forms = command.positionals.map((one) => one.form);
  return sections(theme, [
    ["", wrapped(command.description, width)],
    ["Usage", [[program, name, ...forms, "[options]"].join(" ")]],
    [
      "Arguments",
      columns(
        command.positionals.map((one) => [theme.name(one.form), one.help] as const),
        width - 2,
      ),
    ],
    ...(await optionSections(optionsOf(command), options)),
    ["Examples", examplesOf(command.examples, options)],
  ]);
}

function commandList(table: CommandTable, { theme, width }: HelpOptions): string[] {
  const rows = shownCommands(table).map(([name, { summary }]) => [theme.name(name), summary] as const);
  return columns(rows, width - 2);
}

type Section = readonly [title: string, lines: readonly string[]];

async function optionSections(all: readonly CommandOption[], { theme, width }: HelpOptions): Promise<Section[]> {
  const groups = [...new Set(all.map(({ group }) => group))].toSorted(everywhereLast);
  const sectionOf = async (group: OptionGroup) => {
    const members = all.filter((option) => option.group === group);
    const rows = await Promise.all(members.map((option) => optionRow(option, theme)));
    return [group, columns([...rows, ...(group === "Everywhere" ? closing(theme) : [])], width - 2)] as const;
  };
  return Promise.all(groups.map(sectionOf));
}

function everywhereLast(left: OptionGroup, right: OptionGroup): number {
  return Number(left === "Everywhere") - Number(right === "Everywhere");
}

async function optionRow(option: CommandOption, theme: Theme): Promise<readonly [string, string]> {
  return [theme.name(aligned(option.definition.flag)), explain(await helpText(option), option, theme)];
}

/** Long names stand below each other, with and without a short one. */
function aligned(flag: string): string {
  return /^-\w, /.test(flag) ? flag : `    ${flag}`;
}

function explain(help: string, { definition, defaultText, variables }: CommandOption, theme: Theme): string {
  const notes = [
    defaultText === undefined ? undefined : `default: ${defaultText}`,
    definition.secret === true ? variables[0] : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? help : `${help} ${theme.faint(`(${notes.join("; ")})`)}`;
}

function closing(theme: Theme): (readonly [string, string])[] {
  return [
    [theme.name("-V, --version"), "the version"],
    [theme.name("-h, --help"), "this"],
  ];
}

function examplesOf(
  examples: readonly (readonly [string, string])[],
  { theme, program, width }: HelpOptions,
): string[] {
  return examples.flatMap(([typed, does]) => {
    const lines = wrapped(`${program} ${typed.replaceAll("{program}", program)}`, width - 6); // room for the margin and the backslash
    const typable = lines.map((line, index) => `${index === 0 ? "" : "  "}${line}`).join(" \\\n");
    return [...typable.split("\n"), theme.faint(`  ${does}`)];
  });
}

function sections(theme: Theme, all: readonly Section[]): string {
  const shown = all.filter(([, lines]) => lines.length > 0);
  const texts = shown.map(([title, lines]) =>
    title === "" ? lines.join("\n") : [theme.strong(title), ...lines.map((line) => `  ${line}`)].join("\n"),
  );
  return `${texts.join("\n\n")}\n`;
}
