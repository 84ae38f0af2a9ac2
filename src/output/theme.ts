/** Colours by what they mean; each leaves text as it is where there are none. */
export interface Theme {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  careful(text: string): string;
  name(text: string): string;
  /** A value by its type: a string, a number, one of the three words of JSON. */
  text(text: string): string;
  number(text: string): string;
  literal(text: string): string;
}

const same = (text: string) => text;
export const plainTheme: Theme = {
  strong: same,
  faint: same,
  good: same,
  bad: same,
  careful: same,
  name: same,
  text: same,
  number: same,
  literal: same,
};

/** Loads chalk only where there is something to colour. */
export async function createTheme(level: 0 | 1): Promise<Theme> {
  if (level === 0) return plainTheme;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level });
  // Chalk joins all that it is given: with `map` that would be the index and the list too.
  const only = (colour: (text: string) => string) => (text: string) => colour(text);
  return {
    strong: only(chalk.bold),
    faint: only(chalk.dim),
    good: only(chalk.green),
    bad: only(chalk.red),
    careful: only(chalk.yellow),
    name: only(chalk.cyan),
    text: only(chalk.blueBright),
    number: only(chalk.magenta),
    literal: only(chalk.magentaBright),
  };
}
