import { openPlaces, type ListenOptions } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";
import { commandsNotAgreed } from "../sentences/listening.ts";

/** A command that anybody may have run by posting is asked about once. Throws `HooksError` INPUT_NEEDED. */
export async function askAboutCommands(
  options: ListenOptions,
  { options: { yes } }: { options: { yes: boolean } },
  { terminal, host }: CommandContext,
): Promise<void> {
  const commands = options.targets.filter(({ address }) => address.startsProgram).map(({ name }) => name);
  const places = openPlaces(options, options.host);
  if (commands.length === 0 || places.length === 0 || yes) return;
  const [named, from] = [commands.join(", "), places.join(" or ")];
  const question = `Anyone who can reach ${from} can run ${named}. Continue?`;
  if (terminal.canAsk && (await terminal.confirm(question, host.interruption()))) return;
  throw commandsNotAgreed(named, from);
}
