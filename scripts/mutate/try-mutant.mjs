import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "./run-tests.mjs";

/** What the start of Vitest takes besides its tests. */
const startMs = 2000;

/**
 * Runs the tests of a mutant in a copy, which is afterwards as before: "killed", "survived", "timed out" or "stopped".
 * The near tests run first, for they are few and mostly notice. `times` has the ms of each test without a mutant.
 */
export async function tryMutant(mutant, { near, far, times, copy, signal }) {
  const file = join(copy.root, mutant.file);
  const original = readFileSync(file);
  writeFileSync(file, mutant.source);
  try {
    for (const tests of [near, far].filter((some) => some.length > 0)) {
      const outcome = await runTests(tests, { copy, signal, timeoutMs: timeoutOf(tests, times) });
      if (outcome !== "passed") return outcome === "failed" ? "killed" : outcome;
    }
    return "survived";
  } finally {
    writeFileSync(file, original);
  }
}

function timeoutOf(tests, times) {
  const unmutatedMs = tests.reduce((sum, test) => sum + times.get(test), startMs);
  return Math.max(20_000, 4 * unmutatedMs);
}
