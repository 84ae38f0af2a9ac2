import { join } from "node:path";
import type { ProjectState } from "../../src/state/index.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A project whose state lies in a temporary folder, not made yet. */
export async function statePlace(): Promise<ProjectState> {
  const root = await temporaryFolder();
  const shared = join(root, "state");
  return { root, folder: join(shared, "projects", "shop-0123456789ab"), shared };
}
