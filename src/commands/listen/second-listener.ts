import type { Host } from "../../host.ts";
import { findListening, type ProjectState } from "../../state/index.ts";
import type { CommandInput } from "../command.ts";
import { listenerRunning } from "../sentences/listening.ts";

/** Two listeners of one project would share its events by chance. Throws `HooksError` LISTENER_RUNNING. */
export async function refuseSecondListener(
  { given }: CommandInput<"port">,
  host: Host,
  state: ProjectState,
): Promise<void> {
  if (given.isGiven("port")) return;
  const other = await findListening(state, (processId) => host.isAlive(processId));
  if (other !== undefined) throw listenerRunning(other);
}
