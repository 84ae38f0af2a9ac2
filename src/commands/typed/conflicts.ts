import { flagOf, type OptionName } from "../../config/index.ts";
import type { AnyCommand, CommandInput } from "../command.ts";
import type { Conflict } from "../conflict.ts";
import { isForAnother, notTogether } from "../sentences/not-together.ts";

type Given = Pick<CommandInput<OptionName>, "positionals" | "given"> & { options: object };

/** Throws `HooksError` USAGE for the first of a command's conflicts that was typed. */
export function refuseConflicts({ conflicts = [] }: Pick<AnyCommand, "conflicts">, input: Given): void {
  for (const conflict of conflicts) {
    if ("both" in conflict) refuseBoth(conflict, input);
    else refuseAlone(conflict, input);
  }
}

type Both = Extract<Conflict<OptionName>, { both: unknown }>;
type Alone = Extract<Conflict<OptionName>, { only: unknown }>;

function refuseBoth({ both, message, hint, when }: Both, { options, given }: Given): void {
  const values = new Map<string, unknown>(Object.entries(options));
  if (when !== undefined && values.get(when.name) === when.isNot) return;
  if (both.every((name) => given.isTyped(name))) throw notTogether(message, hint);
}

function refuseAlone({ only, beside, orPositional, purpose }: Alone, { positionals, given }: Given): void {
  if (beside.some((name) => given.isGiven(name)) || (orPositional === true && positionals.length > 0)) return;
  const alone = only.find((name) => given.isTyped(name));
  if (alone !== undefined) throw isForAnother(flagOf(alone), { purpose, flags: beside.map(flagOf) });
}
