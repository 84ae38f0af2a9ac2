import type { OptionName, OptionValues } from "../config/index.ts";

/** Typed options that do not go together, or do nothing by themselves. What stands in a variable never breaks a command. */
export type Conflict<Name extends OptionName> =
  /**
   * `message`: what each of the two does, in a sentence. `when`: whether these values contradict each other. What was
   * typed goes before what was not; where neither was, the first goes before the second.
   */
  | { both: readonly [Name, Name]; message: string; hint?: string; when?(options: OptionValues<Name>): boolean }
  /** These do something only beside one of `beside`, or a positional where that counts; `purpose`: what they are for. */
  | { only: readonly Name[]; beside: readonly Name[]; orPositional?: true; purpose: string }
  /** Beside `does` none of `not` does anything. `message`: what it does instead. */
  | { does: Name; message: string; not: readonly Name[] };

/** In each command that sends. */
export const oneTrust = {
  both: ["cacert", "skipVerify"],
  message: "--skip-verify accepts every certificate, so --cacert has no effect.",
} as const;

/** In each command that reports. */
export const oneOnStdout = {
  both: ["json", "report"],
  when: ({ report }: OptionValues<"report">) => report.some(({ file }) => file === undefined),
  message: "--json and a --report without a file both write to standard output.",
} as const;

/** In every command. */
export const oneLoudness = {
  both: ["quiet", "verbose"],
  message: "--quiet and --verbose cannot be combined.",
} as const;
