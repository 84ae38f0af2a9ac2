import type { OptionName, ResolvedOptions } from "../../config/index.ts";
import { optionsOf, type AnyCommand } from "../command.ts";
import { contradictions } from "./contradictions.ts";

/**
 * What a command is to work with: what was typed counts, and what a variable or a file says against it does not; of two
 * that were not typed, the one that the table of conflicts names first.
 */
export function settle(
  command: AnyCommand,
  { values, given }: ResolvedOptions<OptionName>,
): ResolvedOptions<OptionName> {
  const lost = contradictions(command, { options: values, given }).flatMap(({ both: [first, second] }) => {
    if (given.isTyped(first) && given.isTyped(second)) return [];
    return [given.isTyped(second) ? first : second];
  });
  const standard = optionsOf(command).filter(({ name }) => lost.includes(name));
  const defaults = Object.fromEntries(standard.map((option) => [option.name, option.default]));
  return { values: { ...values, ...defaults }, given: given.without(lost) };
}
