import type { Json } from "../../events/index.ts";
import type { OptionDefinition } from "../option.ts";
import { yesOrNo } from "../yes-or-no.ts";
import type { OptionSource, SourceSurroundings } from "./source.ts";

/** Variables. One that is empty is one that is not set; the values of a list are its lines. */
export function openEnvironment({ env }: SourceSurroundings): OptionSource {
  return {
    isTyped: false,
    get({ definition, variables }) {
      const named = variables.find((variable) => (env[variable] ?? "") !== "");
      if (named === undefined) return undefined;
      return { value: valueOf(env[named] ?? "", definition), named, hint: "Change the variable, or unset it." };
    },
  };
}

/** `--no-record` stands in its variable as what it switches: APPDIRECT_HOOKS_RECORD=false. */
function valueOf(text: string, { kind }: OptionDefinition): Json {
  switch (kind) {
    case "list":
      return text.split(/\r?\n/).filter((line) => line.trim() !== "");
    case "value":
      return text;
    default:
      return yesOrNo(text) ?? text;
  }
}
