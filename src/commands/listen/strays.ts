import { rememberedTunnels, type ProjectState } from "../../state/index.ts";
import { endStray } from "../../tunnel/index.ts";
import type { CommandContext } from "../command.ts";

/** What an earlier session had to leave behind, of whatever project, is ended, and that is said. */
export async function clearStrays(
  { host, clock }: Pick<CommandContext, "host" | "clock">,
  state: ProjectState,
  say: (processId: number) => unknown,
): Promise<void> {
  for (const { record, forget } of await rememberedTunnels(state)) {
    const outcome = await endStray(record, { clock, machine: host });
    if (outcome !== "living") await forget();
    if (outcome === "ended") await say(record.started.processId);
  }
}
