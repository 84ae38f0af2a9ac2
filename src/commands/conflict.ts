/** Typed options that do not go together, or do nothing by themselves. What stands in a variable never breaks a command. */
export type Conflict<Name extends string> =
  /** `message`: what each of the two does, in a sentence. `when`: only for these values. */
  | { both: readonly [Name, Name]; message: string; hint?: string; when?: { name: Name; isNot: string } }
  /** These do something only beside one of `beside`, or a positional where that counts; `purpose`: what they are for. */
  | { only: readonly Name[]; beside: readonly Name[]; orPositional?: true; purpose: string }
  /** Beside `does` nothing else does anything: none of `not`, no positional. `message`: what it does instead. */
  | { does: Name; message: string; not: readonly Name[] };

/** In each command that sends. */
export const oneTrust = {
  both: ["skipVerify", "cacert"],
  message: "--skip-verify takes any certificate, and --cacert names those to trust.",
} as const;
