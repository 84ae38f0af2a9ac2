import { readFile } from "node:fs/promises";
import { parseTarget, type Target } from "../delivery/index.ts";
import { HooksError } from "../errors.ts";
import type { CommandContext, CommandInput } from "./command.ts";

/** The handlers that `listen` was given. Those on the command line replace the ones of a variable, and that is said. */
export function forwardingTargets(
  { positionals, options, origins }: CommandInput<"forwardTo" | "exec" | "header">,
  { terminal }: CommandContext,
): Target[] {
  const fromVariable = origins.forwardTo === "environment";
  if (fromVariable && positionals.length > 0) {
    terminal.say("The targets on the command line replace those of APPDIRECT_HOOKS_FORWARD_TO.\n");
  }
  const inherited = fromVariable && positionals.length > 0 ? [] : options.forwardTo;
  const targets = [...positionals, ...inherited].map((text) => parseTarget(text, { headers: options.header }));
  return options.exec === undefined ? targets : [...targets, parseTarget(`command:${options.exec}`)];
}

/** Certificates in PEM. Throws `HooksError` BAD_VALUE. */
export async function readTrusted(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const message = `The file ${file} cannot be read (asked for with --cacert).`;
    throw new HooksError("BAD_VALUE", { message, hint: "It holds certificates in PEM.", cause });
  }
}
