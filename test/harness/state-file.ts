import { onTestFinished } from "vitest";
import type { Change, ChangeStore } from "../../src/marketplace/simulator/change.ts";
import { openStateFile, type StateFile } from "../../src/marketplace/simulator/state-file.ts";

/** As a process with this id opens it, closed after the test. `alive`: the other processes that run. */
export async function openState(path: string, { processId = 100, alive = [] as number[] } = {}): Promise<StateFile> {
  const opened = await openStateFile(path, { processId, isAlive: (id) => alive.includes(id) });
  onTestFinished(() => opened.store.close());
  return opened;
}

/** What stands in it now; nobody has it open afterwards. */
export async function changesIn(path: string): Promise<Change[]> {
  const { store, changes } = await openState(path);
  await store.close();
  return changes;
}

/** Appends them one after the other, and closes it. */
export async function appendAll(store: ChangeStore, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await store.append(change);
  await store.close();
}

export const head = '{"appdirectHooksMarketplace":1}\n';

/** A small change that a test can tell from others. */
export function numberedChange(number: number): Change {
  return { type: "webhook deleted", id: `webhook-${number}` };
}

/** Its line in a file, worked out by hand. */
export function numberedLine(number: number): string {
  return `{"type":"webhook deleted","id":"webhook-${number}"}\n`;
}
