import { flagOf, type OptionName } from "../../config/index.ts";
import type { AnyCommand, CommandInput } from "../command.ts";
import type { Conflict } from "../conflict.ts";
import { contradictions } from "./contradictions.ts";
import { hasNoEffect, isForAnother, notTogether } from "../sentences/not-together.ts";

type Given = Pick<CommandInput<OptionName>, "positionals" | "options" | "given">;

/** Throws `HooksError` USAGE for the first of a command's conflicts that was typed. */
export function refuseConflicts(command: AnyCommand, input: Given): void {
  const typed = contradictions(command, input).find(({ both }) => both.every((name) => input.given.isTyped(name)));
  for (const conflict of command.conflicts ?? []) {
    if ("only" in conflict) refuseAlone(conflict, input);
    else if ("does" in conflict) refuseBeside(conflict, input);
    else if (conflict === typed) break;
  }
  if (typed !== undefined) throw notTogether(typed.message, typed.hint);
}

type Alone = Extract<Conflict<OptionName>, { only: unknown }>;
type Beside = Extract<Conflict<OptionName>, { does: unknown }>;

/** Whatever gave the others: a list in a variable or a file may be empty. */
function refuseAlone({ only, beside, orPositional, purpose }: Alone, { positionals, options, given }: Given): void {
  const isThere = (name: OptionName) => given.isGiven(name) && [options[name]].flat().length > 0;
  if (beside.some(isThere) || (orPositional === true && positionals.length > 0)) return;
  const alone = only.find((name) => given.isTyped(name));
  if (alone !== undefined) throw isForAnother(flagOf(alone), { purpose, flags: beside.map(flagOf) });
}

function refuseBeside({ does, message, not }: Beside, { given }: Given): void {
  if (!given.isTyped(does)) return;
  const other = not.find((name) => given.isTyped(name));
  if (other !== undefined) throw hasNoEffect(message, flagOf(other));
}
