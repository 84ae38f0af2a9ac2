// Changes the sources in small ways, and prints each change that no test notices: file:line what: original → mutant.
// Usage: node scripts/mutate.mjs [--seed N] [--count N] [--minutes N] [--folders a,b] [--out file.jsonl] [--list]
// The working tree stays as it is: all runs in copies, which are gone in the end. --list only says what would be tried.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draw } from "./mutate/draw.mjs";
import { mutantsOf } from "./mutate/mutants.mjs";
import { readOptions } from "./mutate/options.mjs";
import { inWords, outcomesTo } from "./mutate/outcomes.mjs";
import { copyInto, sourcesBelow } from "./mutate/sources.mjs";
import { testsBy } from "./mutate/tests-of.mjs";
import { tryAll } from "./mutate/try-all.mjs";
import { timesUnmutated } from "./mutate/unmutated.mjs";

/** In one file, so that a long one is not all that is looked at. */
const perFile = 6;
/** At once: each is a process of Vitest. */
const copiesAtOnce = 2;

const { seed, count, minutes, folders, out, list } = readOptions();
const modules = sourcesBelow(folders);
const drawn = draw(
  [...modules].flatMap(([file, text]) => mutantsOf(file, text)),
  { seed, perFile },
);
if (list) for (const mutant of drawn.slice(0, count)) console.log(inWords(mutant));
else await run();

async function run() {
  const signal = endOfTime();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "mutate-"));
  try {
    const copies = Array.from({ length: copiesAtOnce }, (_, index) => copyInto(join(folder, `${index}`)));
    const testsOf = testsBy(sourcesBelow(["src", "test"]));
    const times = await timesUnmutated(testsOfAll(testsOf), { copy: copies[0], signal });
    if (times === undefined) return fail("Stopped before the tests had run once without a mutant.");
    const outcomes = outcomesTo(out);
    await tryAll(drawn, { count, copies, testsOf, times, signal, say: outcomes.say });
    outcomes.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function testsOfAll(testsOf) {
  const files = [...new Set(drawn.map(({ file }) => file))];
  return [...new Set(files.map(testsOf).flatMap(({ near, far }) => [...near, ...far]))];
}

function fail(sentence) {
  console.error(`✖ ${sentence}`);
  process.exitCode = 1;
}

/** After so many minutes, or where somebody interrupts. */
function endOfTime() {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), minutes * 60_000).unref();
  for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => stop.abort());
  return stop.signal;
}
