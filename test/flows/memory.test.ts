import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";

// A tenth of each load of bench/memory.mjs, which says the limit.
test.runIf(existsSync("/proc/self/status")).each([
  ["large names", 0],
  ["large events that are recorded nowhere, for a handler that hangs", 1],
  ["events that take much more room when parsed", 2],
  ["many events, for a handler that hangs", 3],
  ["output that nobody reads", 4],
])("%s leave listen below its limit of resident memory", { timeout: 120_000 }, (_, load) => {
  const args = ["bench/memory.mjs", "--share", "0.1", "--load", String(load), "--json"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ holds: true })]);
});
