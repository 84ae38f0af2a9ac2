import { flagOf, options, variableOf, type OptionName } from "../../config/index.ts";
import { didYouMean } from "../../errors.ts";
import { optionsOf } from "../command.ts";
import { everyCommand } from "./every-command.ts";

const prefix = "APPDIRECT_HOOKS_";

/** Given by us to commands that are started for an event: it may be set where such a command starts this program. */
const ours = ["APPDIRECT_HOOKS_EVENT"];

export interface UnknownVariable {
  /** A sentence, without the value, which may be a secret. */
  message: string;
  /** What was likely meant. */
  hint?: string;
}

/** The variables that are meant for this program and that no command takes. Loads the commands only where one looks so. */
export async function unknownVariables(env: Readonly<Record<string, string | undefined>>): Promise<UnknownVariable[]> {
  const names = Object.keys(env).filter((name) => name.startsWith(prefix) && (env[name] ?? "") !== "");
  const doubtful = names.filter((name) => !ours.includes(name) && !isSetting(name));
  if (doubtful.length === 0) return [];
  const taken = new Set(
    (await everyCommand()).flatMap(({ command }) => optionsOf(command)).flatMap((one) => one.variables),
  );
  const known = [...taken].filter((name) => name.startsWith(prefix));
  return doubtful
    .filter((name) => !taken.has(name))
    .toSorted()
    .map((name) => unknown(name, known));
}

const all = Object.keys(options) as OptionName[];

/** One of its commands takes it: a command can only leave it out. Of `simulate` alone none has the variable of its name. */
function isSetting(variable: string): boolean {
  const isTaken = (name: OptionName) => options[name].setting && options[name].group !== "Simulating";
  return all.some((name) => isTaken(name) && variableOf(name) === variable);
}

function unknown(name: string, known: readonly string[]): UnknownVariable {
  const message = `Unknown variable: ${name}.`;
  const simulating = name.replace(prefix, `${prefix}SIMULATE_`);
  if (known.includes(simulating)) return { message, hint: `Did you mean ${simulating}?` };
  const typed = all.find((one) => variableOf(one) === name);
  if (typed !== undefined)
    return { message: `${name} has no effect: ${flagOf(typed)} works on the command line only.` };
  const positive = name.replace(`${prefix}NO_`, prefix);
  if (positive !== name && known.includes(positive)) return { message, hint: `Set ${positive}=no.` };
  const near = didYouMean(
    name.slice(prefix.length),
    known.map((one) => one.slice(prefix.length)),
  );
  const hint = near?.replaceAll(/\b[A-Z_]{2,}\b/g, (word) => `${prefix}${word}`);
  return { message, ...(hint !== undefined && { hint }) };
}
