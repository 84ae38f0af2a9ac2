// Measures the shape of the sources, or of those in the folder that is named, and ends with 1 where a limit is passed.
import { fullestFolder } from "./shape/fullest-folder.mjs";
import { longestChain } from "./shape/longest-chain.mjs";
import { longestFunction } from "./shape/longest-function.mjs";
import { modulesOf } from "./shape/modules.mjs";
import { wayTo } from "./shape/way-to.mjs";

const limits = { functionLines: 60, folderFiles: 17, chainModules: 26 };

/** `generate` needs these for `--to` alone, which it imports late. */
const sendsOrReceives = /^(?:sessions|listener|delivery\/targets)\//;
/** What runs without it: these and every scenario, and what they import. */
const generating = ["main.ts", "commands/generate.ts", "commands/generate/write.ts"];
const scenario = /^generate\/scenarios\//;

const modules = modulesOf(process.argv[2] ?? "src");
const missing = generating.filter((name) => !modules.has(name));
const broken = measures().flatMap(({ what, value, limit, where, sentence }) => {
  console.log(`${what}: ${value} of ${limit} at most, ${where}`);
  return value > limit ? [sentence] : [];
});
for (const name of missing) broken.push(`${name} is not there: say in scripts/shape.mjs what generate runs.`);
for (const sentence of broken) console.error(`✖ ${sentence}`);
process.exitCode = broken.length > 0 ? 1 : 0;

function measures() {
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
