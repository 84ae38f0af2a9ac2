import { columns, commandBeside, hanging, shellLines, wrapped, type Theme } from "../../output/index.ts";
import { optionsOf, shownCommands, type AnyCommand, type CommandGroup, type CommandTable } from "../command.ts";
import { commands } from "../table.ts";
import { chosenOptions, optionCount, optionSections, type Section } from "./option-rows.ts";

export interface HelpOptions {
  theme: Theme;
  program: string;
  /** Characters a line holds. */
  width: number;
  /** Everything there is; else what fits a screen. */
  full?: boolean;
}

/** What the program alone prints: what it is for, the commands, three examples. */
export function overview(options: HelpOptions): string {
  const { theme, program, width } = options;
  return sections(theme, [
    ["", wrapped(purpose, width).map((line) => theme.strong(line))],
    ["Usage", usageLines([`${program} <command> [options]`, `${program} <command> --help`], width)],
    ["Commands", commandList(commands, options)],
    [
      "Examples",
      examplesOf(
        [
          ["demo", "see it work, on this machine alone"],
          ["listen 3000 --no-tunnel", "receive webhooks and forward them to http://localhost:3000/"],
          ["replay last --to 3000", "resend the last event"],
        ],
        options,
      ),
    ],
  ]);
}

const purpose = "Receive, record, replay and generate AppDirect webhooks on your own machine.";

/** The help of a command that has sub-commands. */
export function groupHelp(name: string, group: CommandGroup, options: HelpOptions): string {
  const { theme, program, width } = options;
  return sections(theme, [
    ["", wrapped(group.description, width)],
    ["Usage", usageLines([`${program} ${name} <command> [options]`, `${program} ${name} <command> --help`], width)],
    ["Examples", examplesOf(group.examples, options)],
    ["Commands", commandList(group.commands, options)],
  ]);
}

/** The help of one command: of a long one its first-day options, unless all of it is wanted. */
export async function helpOf(name: string, command: AnyCommand, options: HelpOptions): Promise<string> {
  const { theme, program, width } = options;
  const isShort = options.full !== true && command.firstDay !== undefined;
  const forms = command.positionals.map((one) => one.form);
  const all = optionsOf(command);
  const form = { theme, width: width - 2 };
  return sections(theme, [
    ["", wrapped(isShort ? command.description : wholeDescription(command), width)],
    ["Usage", usageLines([[program, name, ...forms, "[options]"].join(" ")], width)],
    ["Examples", examplesOf(isShort ? command.examples.slice(0, mostExamples) : command.examples, options)],
    [
      "Arguments",
      columns(
        command.positionals.map((one) => [theme.name(one.form), one.help] as const),
        width - 2,
      ),
    ],
    ...((await command.choices?.()) ?? []).map(({ title, rows }): Section => [
      title,
      columns(named(rows, theme), width - 2),
    ]),
    ...(isShort ? [await chosenOptions(all, command.firstDay ?? [], form)] : await optionSections(all, form)),
    [
      "",
      isShort
        ? commandBeside(`All ${optionCount(all)} options:`, `${program} ${name} --help -v`, width).map(theme.faint)
        : [],
    ],
  ]);
}

/** In the short help. */
const mostExamples = 3;

/** Its sentence, and what else is to be known. */
export function wholeDescription({ description, more }: Pick<AnyCommand, "description" | "more">): string {
  return more === undefined ? description : `${description} ${more}`;
}

/** Over more lines where the program has a long path. */
function usageLines(forms: readonly string[], width: number): string[] {
  return forms.flatMap((form) => hanging(form, width - 2).split("\n"));
}

function commandList(table: CommandTable, { theme, width }: HelpOptions): string[] {
  return columns(
    named(
      shownCommands(table).map(([name, { summary }]) => [name, summary]),
      theme,
    ),
    width - 2,
  );
}

function named(rows: readonly (readonly [string, string])[], theme: Theme): (readonly [string, string])[] {
  return rows.map(([name, text]) => [theme.name(name), text]);
}

function examplesOf(
  examples: readonly (readonly [string, string])[],
  { theme, program, width }: HelpOptions,
): string[] {
  return examples.flatMap(([typed, does]) => [
    ...shellLines(`${program} ${typed.replaceAll("{program}", program)}`, width - 2),
    ...wrapped(does, width - 4).map((line) => theme.faint(`  ${line}`)),
  ]);
}

function sections(theme: Theme, all: readonly Section[]): string {
  const shown = all.filter(([, lines]) => lines.length > 0);
  const texts = shown.map(([title, lines]) =>
    title === "" ? lines.join("\n") : [theme.strong(title), ...lines.map((line) => `  ${line}`)].join("\n"),
  );
  return `${texts.join("\n\n")}\n`;
}
