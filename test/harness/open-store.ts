import { type FixtureStore, type FixtureStoreOptions, openFixtureStore } from "../../src/fixtures/index.ts";

/** A store of this process, for which no other process runs. */
export function openStore(folder: string, different: Partial<FixtureStoreOptions> = {}): Promise<FixtureStore> {
  return openFixtureStore({ folder, processId: process.pid, isAlive: () => false, ...different });
}
