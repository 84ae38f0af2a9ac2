import { systemClock } from "../../src/clock.ts";
import { type FixtureStore, type FixtureStoreOptions, openFixtureStore } from "../../src/fixtures/index.ts";
import { systemRandom } from "../../src/random.ts";

/** A store of this process, for which no other process runs. */
export function openStore(folder: string, different: Partial<FixtureStoreOptions> = {}): Promise<FixtureStore> {
  const system = { processId: process.pid, clock: systemClock, random: systemRandom };
  return openFixtureStore({ folder, isAlive: () => false, ...system, ...different });
}
