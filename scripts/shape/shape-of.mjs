// What the sources of a folder look like, and which limits they pass.
import { fullestFolder } from "./fullest-folder.mjs";
import { longestChain } from "./longest-chain.mjs";
import { longestFunction } from "./longest-function.mjs";
import { modulesOf } from "./modules.mjs";
import { wayTo } from "./way-to.mjs";

const limits = { functionLines: 60, folderFiles: 17, chainModules: 26 };

/** `generate` needs these for `--to` alone, which it imports late. */
const sendsOrReceives = /^(?:sessions|listener|delivery\/targets)\//;
/** What runs without it: these and every scenario, and what they import. */
const generating = ["main.ts", "commands/generate.ts", "commands/generate/write.ts"];
const scenario = /^generate\/scenarios\//;

/** Lines to print, and a sentence for each limit that is passed. */
export function shapeOf(folder) {
  const modules = modulesOf(folder);
  const measures = measuresOf(modules);
  const missing = generating.filter((name) => !modules.has(name));
  return {
    printed: measures.map(({ what, value, limit, where }) => `${what}: ${value} of ${limit} at most, ${where}`),
    broken: [
      ...measures.filter(({ value, limit }) => value > limit).map(({ sentence }) => sentence),
      ...missing.map((name) => `${name} is not there: say in scripts/shape/shape-of.mjs what generate runs.`),
    ],
  };
}

function measuresOf(modules) {
  const { lines, place } = longestFunction(modules);
  const { folder, files } = fullestFolder(modules);
  const chain = longestChain(modules);
  const scenarios = [...modules.keys()].filter((name) => scenario.test(name));
  const way = wayTo((name) => sendsOrReceives.test(name), [...generating, ...scenarios], modules);
  return [
    {
      what: "Lines of the longest function",
      value: lines,
      limit: limits.functionLines,
      where: place,
      sentence: `The function at ${place} has ${lines} lines: split it into steps.`,
    },
    {
      what: "Files in the fullest folder",
      value: files,
      limit: limits.folderFiles,
      where: folder,
      sentence: `The folder ${folder} has ${files} files: split it by subject.`,
    },
    {
      what: "Modules in the longest chain of imports",
      value: chain.length,
      limit: limits.chainModules,
      where: chain.join(" → "),
      sentence: `The longest chain of imports has ${chain.length} modules: see where one pulls in what it does not need.`,
    },
    {
      what: "Modules that send or receive, loaded by generate without --to",
      value: way === undefined ? 0 : 1,
      limit: 0,
      where: way?.join(" → ") ?? "none",
      sentence: `generate loads ${way?.at(-1)}, which only sending needs: import it late, or move what is needed of it.`,
    },
  ];
}
