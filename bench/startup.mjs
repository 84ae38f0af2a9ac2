// How long a user waits, as multiples of a bare `node -e 0`; exits 1 where that is too long.
// Usage: node bench/startup.mjs [--rounds n]
import { parseArgs } from "node:util";
import { rowsHere } from "./rows/starting.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "6" } } });
const rows = [];
for (const measure of rowsHere) rows.push(await measure({ rounds: Number(values.rounds) }));
console.log(`Node ${process.versions.node}, ${values.rounds} rounds of 5 starts, medians by turns`);
console.table(
  rows.map(({ what, own, peer, seen, wanted, holds }) => ({ what, ms: own, bare: peer, ratio: seen, wanted, holds })),
);
if (rows.some(({ holds }) => !holds)) process.exitCode = 1;
