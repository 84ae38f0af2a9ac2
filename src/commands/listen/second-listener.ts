import { HooksError } from "../../errors.ts";
import type { Host } from "../../host.ts";
import { findListening, type StatePlace } from "../../state/index.ts";
import type { CommandInput } from "../command.ts";

/** Two listeners of one project would share its events by chance. Throws `HooksError` LISTENER_RUNNING. */
export async function refuseSecondListener(
  { given }: CommandInput<"port">,
  host: Host,
  state: StatePlace,
): Promise<void> {
  if (given.isGiven("port")) return;
  const other = await findListening(state, (processId) => host.isAlive(processId));
  if (other === undefined) return;
  throw new HooksError("LISTENER_RUNNING", {
    message: `A listener of this project runs already: process ${other.processId} on port ${other.port}, ${other.local}`,
    hint: "End that one, or start this one beside it with --port.",
  });
}
