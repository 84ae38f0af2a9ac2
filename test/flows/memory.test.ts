import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
// A tenth of each load of bench/rows/memory.mjs, which says the limit. All at once, for most of the time is spent waiting
// until V8 gives back what nobody holds. The system tells a process's memory on Linux alone.
describe.runIf(existsSync("/proc/self/status"))("listen stays below its limit of resident memory after", () => {
  test.concurrent.each([
    ["large names", 0],
    ["large events that are recorded nowhere, for a handler that hangs", 1],
    ["events that take much more room when parsed", 2],
    ["many events, for a handler that hangs", 3],
    ["output that nobody reads", 4],
  ])("%s", { timeout: 120_000 }, async (_, load) => {
    const args = ["bench/run.mjs", "memory", "--share", "0.1", "--row", String(load)];
    const { stdout } = await run(process.execPath, args);
    expect(stdout).toContain("\n1 of 1 rows hold.");
  });
});
