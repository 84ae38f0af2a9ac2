import { compiler } from "./compiler.mjs";
import { tryMutant } from "./try-mutant.mjs";

/**
 * Tries `count` mutants of those drawn, one at a time in each copy, and says the outcome of each as it is known. One
 * that does not compile is said too, and the next takes its place. Ends early where the signal asks.
 */
export async function tryAll(drawn, { count, copies, testsOf, times, signal, say }) {
  const compiles = compiler([...new Set(drawn.map(({ file }) => file))]);
  const waiting = drawn.values();
  let left = count;
  const next = () => {
    for (const mutant of left > 0 && !signal.aborted ? waiting : []) {
      if (compiles(mutant.file, mutant.source)) {
        left -= 1;
        return mutant;
      }
      say({ mutant, outcome: "not compiled", tests: [] });
    }
    return undefined;
  };
  await Promise.all(
    copies.map(async (copy) => {
      for (let mutant = next(); mutant !== undefined; mutant = next()) {
        const { near, far } = passing(testsOf(mutant.file), times);
        const outcome = await tryMutant(mutant, { near, far, times, copy, signal });
        if (outcome !== "stopped") say({ mutant, outcome, tests: [...near, ...far] });
      }
    }),
  );
}

const passing = ({ near, far }, times) => ({
  near: near.filter((test) => times.has(test)),
  far: far.filter((test) => times.has(test)),
});
