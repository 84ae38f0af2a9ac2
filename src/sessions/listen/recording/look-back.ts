import type { Clock } from "../../../clock.ts";
import { receivedIn, type ProjectState } from "../../../state/index.ts";
import { within } from "../../../waiting.ts";
import type { EarlierRecordings } from "./earlier-recordings.ts";

/** What a start waits for the journals at most. */
const journalsMs = 50;

interface LookBackPlace {
  /** Where the recordings lie, absolute. */
  folder: string;
  state: ProjectState | undefined;
  clock: Clock;
  /** Ends it. */
  signal: AbortSignal;
}

/**
 * Takes up what earlier sessions recorded, first from the journals. Resolves when these are read, or take too long; then
 * `readFiles` goes on with what they did not tell of, once there is time for it.
 */
export async function lookBack(
  earlier: EarlierRecordings,
  { folder, state, clock, signal }: LookBackPlace,
): Promise<{ readFiles(): Promise<void> }> {
  const journals = state === undefined ? Promise.resolve() : earlier.takeReceived(receivedIn(state, folder), signal);
  await within(clock, journalsMs, journals);
  return {
    async readFiles() {
      await journals;
      await earlier.readFiles(signal);
    },
  };
}
