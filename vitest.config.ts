import { defineConfig } from "vitest/config";

const reports = { json: ".reports/vitest.json", junit: ".reports/vitest.xml" };

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    environment: "node",
    globalSetup: ["test/harness/bundles.ts"],
    // Flows wait for child processes; one worker a core leaves a core idle. A third made all of it slower on two cores.
    maxWorkers: 2,
    // Each worker loads the sources once, rather than for each file: a third of the time went there.
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 15_000,
    reporters: process.env.CI ? ["default", "json", "junit"] : ["default"],
    outputFile: reports,
  },
});
