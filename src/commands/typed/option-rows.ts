import { helpText, type CommandOption, type OptionGroup, type OptionName } from "../../config/index.ts";
import { columns, type Theme } from "../../output/index.ts";

export type Section = readonly [title: string, lines: readonly string[]];

interface Form {
  theme: Theme;
  /** Characters a line holds, within the margin. */
  width: number;
}

/** Every option under its heading, those of every command last. */
export async function optionSections(all: readonly CommandOption[], { theme, width }: Form): Promise<Section[]> {
  const groups = [...new Set(all.map(({ group }) => group))].toSorted(everywhereLast);
  const sectionOf = async (group: OptionGroup) => {
    const rows = await rowsOf(
      all.filter((option) => option.group === group),
      theme,
    );
    return [group, columns([...rows, ...(group === "Everywhere" ? closing(theme) : [])], width)] as const;
  };
  return Promise.all(groups.map(sectionOf));
}

/** Those that are named, in that order, under one heading. */
export async function chosenOptions(
  all: readonly CommandOption[],
  names: readonly OptionName[],
  { theme, width }: Form,
): Promise<Section> {
  const chosen = names.flatMap((name) => all.filter((option) => option.name === name));
  return ["Options", columns(await rowsOf(chosen, theme, { brief: true }), width)];
}

/** How many the sections hold. */
export function optionCount(all: readonly CommandOption[]): number {
  return all.length + closingFlags.length;
}

function everywhereLast(left: OptionGroup, right: OptionGroup): number {
  return Number(left === "Everywhere") - Number(right === "Everywhere");
}

type Row = readonly [flag: string, help: string];

/** `brief`: in few words, where an option has such. */
function rowsOf(options: readonly CommandOption[], theme: Theme, { brief = false } = {}): Promise<Row[]> {
  return Promise.all(
    options.map(async (option): Promise<Row> => {
      const help = (brief ? option.brief : undefined) ?? explain(await helpText(option), option, theme);
      return [theme.name(aligned(option.definition.flag)), help];
    }),
  );
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

const closingFlags: readonly Row[] = [
  ["-V, --version", "print the version"],
  ["-h, --help", "show this help; with -v all options"],
];

function closing(theme: Theme): Row[] {
  return closingFlags.map(([flag, help]) => [theme.name(flag), help]);
}
