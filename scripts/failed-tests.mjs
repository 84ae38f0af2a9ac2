// The names of the tests that failed, one a line. Usage: node scripts/failed-tests.mjs <Vitest's JSON report>
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const { testResults } = JSON.parse(readFileSync(process.argv[2], "utf8"));

for (const { name, status, assertionResults } of testResults) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  for (const test of failed) console.log(`${relative(".", name)}: ${test.fullName}`);
  if (status === "failed" && failed.length === 0) console.log(`${relative(".", name)}: does not run`);
}
