import { join } from "node:path";
import type { StatePlace } from "../../src/state/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A project whose state lies in a temporary folder, not made yet. */
export async function statePlace(): Promise<StatePlace> {
  const root = await temporaryFolder();
  return { root, folder: join(root, "state", "shop-0123456789ab") };
}
