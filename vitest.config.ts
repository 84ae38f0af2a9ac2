import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const reports = { json: ".reports/vitest.json", junit: ".reports/vitest.xml" };

/** These take most of a minute each: begun last, one of them would run alone at the end. */
const slow = ["flows/memory", "flows/kept-tunnel", "extensions/extensions", "flows/fetch-failures", "scripts/mutate"];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => slow.some((name) => moduleId.endsWith(`test/${name}.test.ts`));
    // oxlint-disable-next-line no-array-sort -- it is the sequencer's own
    const others = await super.sort(files.filter((file) => !isSlow(file)));
    return [...files.filter(isSlow), ...others];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    globalSetup: ["test/harness/bundles.ts"],
    // Flows wait for child processes; one worker a core leaves a core idle. A third made all of it slower on two cores.
    maxWorkers: 2,
    // Each worker loads the sources once, rather than for each file: a third of the time went there.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    testTimeout: 15_000,
    hookTimeout: 15_000,
    reporters: process.env.CI ? ["default", "json", "junit"] : ["default"],
    outputFile: reports,
  },
});
