import { flagOf } from "../options.ts";
import { typedInClear } from "../sentences.ts";
import type { CommandOption } from "../command-option.ts";
import type { OptionSource, SourceSurroundings } from "./source.ts";

/** What was typed: a text, a list of texts, or whether a switch was turned on. */
export function openFlags({ flags }: SourceSurroundings): OptionSource {
  return {
    isTyped: true,
    get(option) {
      const typed = flags[option.name];
      if (typed === undefined) return undefined;
      const named = flagOf(option.name);
      const value = typeof typed === "boolean" ? typed : Array.isArray(typed) ? typed.map(String) : String(typed);
      if (isInClear(option, value)) throw typedInClear(named);
      return { value, named, hint: hintFor(option, named) };
    },
  };
}

/** What follows a flag whose value may be left out is taken for its value. */
function hintFor({ definition }: CommandOption, named: string): string {
  return definition.kind === "optional"
    ? `Use another value. If it is not meant for ${named}, put it before the flag: 3000 ${named}`
    : "Use another value, or leave the flag out.";
}

function isInClear({ definition }: CommandOption, value: unknown): boolean {
  return definition.typedAsFile === true && ![value].flat().every((one) => String(one).startsWith("@"));
}
