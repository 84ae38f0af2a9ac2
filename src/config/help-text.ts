/** What help says, without a full stop; a function where what it tells is loaded first. */
export type HelpText = string | (() => Promise<string>);

/** Loads what it takes. */
export async function helpText({ help }: { help: HelpText }): Promise<string> {
  return typeof help === "string" ? help : help();
}
