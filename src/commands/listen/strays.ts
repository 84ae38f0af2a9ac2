import { rememberedTunnels, tunnelFolder, type ProjectState } from "../../state/index.ts";
import { endProcess, endStray, unrememberedTunnels } from "../../tunnel/index.ts";
import type { CommandContext } from "../command.ts";

/** What an earlier session had to leave behind, of whatever project, is ended, and that is said. */
export async function clearStrays(
  { host, clock }: Pick<CommandContext, "host" | "clock">,
  state: ProjectState,
  say: (processId: number) => unknown,
): Promise<void> {
  const remembered = await rememberedTunnels(state);
  for (const { record, forget } of remembered) {
    const outcome = await endStray(record, { clock, machine: host });
    if (outcome !== "living") await forget();
    if (outcome === "ended") await say(record.started.processId);
  }
  const known = remembered.map(({ record }) => record.started.processId);
  for (const stray of await unrememberedTunnels(tunnelFolder(state), host, known)) {
    const outcome = await endProcess(stray, { clock, machine: host });
    if (outcome === "ended") await say(stray.processId);
  }
}
