/** How many colours a stream takes: 0 none, 1 sixteen. We use no more than sixteen, so that themes of the terminal hold. */
export type ColourLevel = 0 | 1;

export interface ColourQuestion {
  isTerminal: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** `--color` or `--no-color`, where it was said. */
  asked?: boolean;
}

/** The flag first, then NO_COLOR (no-color.org), FORCE_COLOR, and last what the stream is. */
export function colourLevel({ isTerminal, env, asked }: ColourQuestion): ColourLevel {
  if (asked !== undefined) return asked ? 1 : 0;
  if (env["NO_COLOR"]) return 0;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced === "0" || forced === "false" ? 0 : 1;
  return isTerminal && env["TERM"] !== "dumb" ? 1 : 0;
}
