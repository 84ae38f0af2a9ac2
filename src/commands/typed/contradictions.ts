import type { OptionName, OptionValues, Provenance } from "../../config/index.ts";
import { optionsOf, type AnyCommand } from "../command.ts";
import { oneLoudness, type Conflict } from "../conflict.ts";

export type Both = Extract<Conflict<OptionName>, { both: unknown }>;

/** The pairs of a command's table of which both are given, and say something: a switch that is as it is anyway does not. */
export function contradictions(
  command: AnyCommand,
  { options, given }: { options: OptionValues<OptionName>; given: Provenance<OptionName> },
): Both[] {
  const standard = new Map<string, unknown>(optionsOf(command).map((option) => [option.name, option.default]));
  const saysSomething = (name: OptionName) =>
    given.isGiven(name) && (typeof options[name] !== "boolean" || options[name] !== standard.get(name));
  return [...(command.conflicts ?? []), oneLoudness]
    .filter((conflict): conflict is Both => "both" in conflict)
    .filter(({ both, when }) => both.every(saysSomething) && when?.(options) !== false);
}
