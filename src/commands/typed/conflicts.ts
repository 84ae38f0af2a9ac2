import { flagOf, options as table, type OptionName } from "../../config/index.ts";
import type { AnyCommand, CommandInput } from "../command.ts";
import type { Conflict } from "../conflict.ts";
import { hasNoEffect, isForAnother, notTogether } from "../sentences/not-together.ts";

type Given = Pick<CommandInput<OptionName>, "positionals" | "given"> & { options: object };

/** Throws `HooksError` USAGE for the first of a command's conflicts that was typed. */
export function refuseConflicts({ conflicts = [] }: Pick<AnyCommand, "conflicts">, input: Given): void {
  for (const conflict of conflicts) {
    if ("both" in conflict) refuseBoth(conflict, input);
    else if ("only" in conflict) refuseAlone(conflict, input);
    else refuseBeside(conflict, input);
  }
}

type Both = Extract<Conflict<OptionName>, { both: unknown }>;
type Alone = Extract<Conflict<OptionName>, { only: unknown }>;
type Beside = Extract<Conflict<OptionName>, { does: unknown }>;

function refuseBoth({ both, message, hint, when }: Both, { options, given }: Given): void {
  const values = new Map<string, unknown>(Object.entries(options));
  if (when !== undefined && values.get(when.name) === when.isNot) return;
  if (both.every((name) => given.isTyped(name))) throw notTogether(message, hint);
}

/** Whatever gave the others: a list in a variable or a file may be empty. */
function refuseAlone({ only, beside, orPositional, purpose }: Alone, { positionals, options, given }: Given): void {
  const values = new Map<string, unknown>(Object.entries(options));
  const isThere = (name: OptionName) => given.isGiven(name) && [values.get(name)].flat().length > 0;
  if (beside.some(isThere) || (orPositional === true && positionals.length > 0)) return;
  const alone = only.find((name) => given.isTyped(name));
  if (alone !== undefined) throw isForAnother(flagOf(alone), { purpose, flags: beside.map(flagOf) });
}

function refuseBeside({ does, message, not }: Beside, { positionals, options, given }: Given): void {
  if (!given.isTyped(does)) return;
  const other = not.find((name) => given.isTyped(name));
  if (other !== undefined) throw hasNoEffect(message, `${asTyped(other, options)} has`);
  if (positionals.length > 0) throw hasNoEffect(message, "targets have"); // one may have a password in it
}

/** `--tunnel`, or `--no-tunnel` where that was typed. */
function asTyped(name: OptionName, options: object): string {
  const isRefused =
    table[name].kind === "refusable" && new Map<string, unknown>(Object.entries(options)).get(name) === false;
  return isRefused ? flagOf(name).replace("--", "--no-") : flagOf(name);
}
