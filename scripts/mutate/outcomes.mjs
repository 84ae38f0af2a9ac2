import { appendFileSync, writeFileSync } from "node:fs";

/** Counts the outcomes, prints those that survived, and writes all as JSON lines to a file where one is named. */
export function outcomesTo(out) {
  const counts = { killed: 0, survived: 0, "timed out": 0, "not compiled": 0 };
  const write = (line) => out !== undefined && appendFileSync(out, `${JSON.stringify(line)}\n`);
  if (out !== undefined) writeFileSync(out, "");
  return {
    say({ mutant, outcome, tests }) {
      counts[outcome] += 1;
      if (outcome === "survived") console.log(`${inWords(mutant)}${tests.length === 0 ? " (no test loads it)" : ""}`);
      write({ ...mutant, source: undefined, outcome, tests: tests.length });
    },
    close() {
      console.log(
        Object.entries(counts)
          .map(([outcome, count]) => `${count} ${outcome}`)
          .join(", "),
      );
      write({ summary: counts });
    },
  };
}

export const inWords = ({ file, line, what, original, mutant }) => `${file}:${line} ${what}: ${original} → ${mutant}`;
