// Prints every row with its peer and writes bench/RESULTS.md.
// Usage: node bench/run.mjs [subject…] [--row n] [--rounds 7] [--share 1]: with less than all of it, nothing is written.
// Rows count from 0, as `rows` lists them.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { parseArgs } from "node:util";

/** What is measured, in this order: bench/rows/<name>.mjs has `rows`, functions of { rounds, share } that give one row or some. */
const subjects = ["recording", "forwarding", "replay", "generate", "starting", "many-fixtures", "memory"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    row: { type: "string" },
    rounds: { type: "string", default: "7" },
    share: { type: "string", default: "1" },
  },
});
const chosen = positionals.length === 0 ? subjects : positionals;
const options = { rounds: Number(values.rounds), share: Number(values.share) };

const rows = [];
for (const subject of chosen) {
  const { rows: all } = await import(`./rows/${subject}.mjs`);
  for (const measure of values.row === undefined ? all : [measureAt(all, values.row, subject)]) {
    for (const row of [await measure(options)].flat()) {
      rows.push(row);
      console.log(lineOf(row));
    }
  }
}
const isWhole = positionals.length === 0 && values.row === undefined && options.share === 1;
if (isWhole) writeFileSync("bench/RESULTS.md", resultsPage(rows));
const missed = rows.filter(({ holds }) => !holds);
console.log(
  `${rows.length - missed.length} of ${rows.length} rows hold.${isWhole ? " Written: bench/RESULTS.md" : ""}`,
);

function measureAt(all, row, subject) {
  const measure = all[Number(row)];
  if (measure !== undefined) return measure;
  console.error(`✖ ${subject} has no --row ${row}: they are 0 to ${all.length - 1}, and one may print several lines.`);
  process.exit(2);
}

function lineOf({ holds, what, against, own, peer, seen, wanted, load }) {
  const beside = against === "" ? "" : `, ${against} ${peer}`;
  return `${holds ? "✔" : "✖"} ${what}: ${own}${beside}; seen ${seen}, wanted ${wanted} (load ${load})`;
}

/** The causes of rows that miss what is wanted stand in bench/causes.md, by hand. */
function resultsPage(all) {
  const [{ model }, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    "# What was measured",
    "",
    "Written by `npm run bench`. The peer runs in turn with the program in each round; `seen` is the median of the",
    "rounds' ratios, or the median of the figure itself where it has a unit. `load` is the load average of the last",
    "minute when the row ended.",
    "",
    `Machine: ${others.length + 1} cores of ${model.trim()}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node}; ${options.rounds} rounds.`,
    "",
    "| | what | seen | wanted | program | against | peer | load |",
    "|---|---|---|---|---|---|---|---|",
    ...all.map(
      ({ holds, what, seen, wanted, own, against, peer, load }) =>
        `| ${holds ? "✔" : "✖"} | ${what} | ${seen} | ${wanted} | ${own} | ${against} | ${peer} | ${load} |`,
    ),
    "",
    readFileSync("bench/causes.md", "utf8"),
  ].join("\n");
}
