import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runTests } from "./run-tests.mjs";

/** Of every one of these tests that passes without a mutant: how many ms it takes. Undefined where they do not end in time. */
export async function timesUnmutated(tests, { copy, signal }) {
  // Without a name Vitest would run whatever it finds.
  if (tests.length === 0) return new Map();
  const report = join(copy.temporary, "unmutated.json");
  const options = ["--reporter", "json", "--outputFile", report];
  const outcome = await runTests(tests, { copy, signal, timeoutMs: 600_000, options });
  if (outcome === "timed out" || outcome === "stopped") return undefined;
  const results = JSON.parse(readFileSync(report, "utf8")).testResults.map(({ name, status, startTime, endTime }) => ({
    test: relative(copy.root, name).replaceAll("\\", "/"),
    passes: status === "passed",
    ms: endTime - startTime,
  }));
  const failing = results.filter(({ passes }) => !passes).map(({ test }) => test);
  // It would kill every mutant.
  if (failing.length > 0) console.error(`Left out, because they fail without a mutant: ${failing.join(", ")}`);
  return new Map(results.filter(({ passes }) => passes).map(({ test, ms }) => [test, ms]));
}
