import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** The variable that tells the tests of one run where bundled programs are kept: to make one takes a second. */
export const bundlesVariable = "BUNDLES_OF_TESTS";

export default async function keepBundles(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "appdirect-hooks-bundles-"));
  process.env[bundlesVariable] = folder;
  project.onTestsRerun(async () => {
    await rm(folder, { recursive: true, force: true }); // the sources have changed
    await mkdir(folder);
  });
  return () => rm(folder, { recursive: true, force: true });
}
