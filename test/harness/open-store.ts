import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { type FixtureStore, type FixtureStoreOptions, openFixtureStore } from "../../src/fixtures/index.ts";
import { systemRandom } from "../../src/random.ts";

/** A store of this process in an absolute folder, for which no other process runs; closed with the test. */
export async function openStore(
  folder: string,
  different: Partial<FixtureStoreOptions> = {},
): Promise<FixtureStore & { folder: string }> {
  const system = { processId: process.pid, clock: systemClock, random: systemRandom };
  const store = await openFixtureStore({ folder, isAlive: () => false, ...system, ...different });
  onTestFinished(() => store.close());
  return Object.assign(store, { folder });
}
