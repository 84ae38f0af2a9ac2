import { options, type OptionName } from "../../config/index.ts";
import { didYouMean, ofOneSlip, type HooksError } from "../../errors.ts";
import { noSuchFlag, ofOtherCommands, takesNoValue } from "../sentences/parsing.ts";
import { everyCommand } from "./every-command.ts";

/** What is wrong with a flag that is none of `names`: what was likely meant, or which commands have it. */
export async function unknownFlag(given: string, names: readonly OptionName[], program: string): Promise<HooksError> {
  const [flag = given] = given.split("=");
  const flags = ["-h", "--help", "-V", "--version", ...names.flatMap(formsOf)];
  if (flag !== given && flags.includes(flag)) return takesNoValue(flag);
  const owners = await commandsWith(flag);
  if (owners.length > 0) return ofOtherCommands(flag, { owners, program });
  return noSuchFlag(flag, { suggestion: meant(flag, flags), program });
}

/** `--color, --no-color` are two forms, `-p, --port` too. */
function formsOf(name: OptionName): string[] {
  return options[name].flag.match(/(?<=^|, )--?[A-Za-z-]+/g) ?? [];
}

/** A letter alone is like every other: only one in the other case is meant. */
function meant(flag: string, flags: readonly string[]): string | undefined {
  if (!flag.startsWith("--")) {
    const other = flags.find((one) => one.toLowerCase() === flag.toLowerCase() || one === `-${flag}`);
    return other === undefined ? undefined : didYouMean(other, [other]);
  }
  const opposite = flag.startsWith("--no-") ? flag.replace("--no-", "--") : flag.replace("--", "--no-");
  if (flags.includes(opposite)) return didYouMean(flag, [opposite]);
  const long = flags.filter((one) => one.startsWith("--"));
  return (ofOneSlip(flag, long).length === 0 ? begunWith(flag, long) : undefined) ?? didYouMean(flag, long);
}

/** `--fail` for `--failed`: up to three that begin with it; undefined for fewer than three letters. */
function begunWith(flag: string, flags: readonly string[]): string | undefined {
  const begun = flags.filter((one) => flag.length > "--".length + 2 && one.startsWith(flag));
  return begun.length > 0 ? `Did you mean ${begun.slice(0, 3).join(" or ")}?` : undefined;
}

/** The commands that take it, loaded only where somebody typed a flag of another command. */
async function commandsWith(flag: string): Promise<string[]> {
  const named = (Object.keys(options) as OptionName[]).filter((name) => formsOf(name).includes(flag));
  if (named.length === 0) return [];
  const all = await everyCommand();
  return all.filter(({ command }) => command.options.some((one) => named.includes(one))).map(({ name }) => name);
}
