// What `generate` makes: payloads a second into a pipe, and files. The steady rate is that from the first piece to the last,
// so that what starting takes counts in the row of the whole command alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { benchFolder } from "../harness/folder.mjs";
import { paired, ratioRow } from "../harness/paired.mjs";

const program = resolve("bin/appdirect-hooks.js");
const set = ["--set", "resource.content.status=SUSPENDED"];

const kinds = [
  { words: ["user.added"], figures: ["steady", "whole command"], atLeast: 0.4 },
  { words: ["user.added", "--seed", "7"], atLeast: 0.35 },
  { words: ["user.added", ...set], atLeast: 0.35 },
  { words: ["subscription.added"], atLeast: 0.4 },
  { words: ["subscription.added", "--seed", "7"], atLeast: 0.35 },
  { words: ["subscription.added", ...set], atLeast: 0.35 },
  { words: ["--scenario", "purchase"], eventsOfEach: 6, atLeast: 0.4 },
];

export const rows = [...kinds.map((kind) => (options) => printing(options, kind)), writing];

async function printing({ rounds, share }, { words, figures = ["steady"], eventsOfEach = 1, atLeast }) {
  const count = Math.ceil((30_000 * share) / eventsOfEach);
  const payload = await averagePayload(words);
  const own = [program, "generate", ...words, "--count", String(count)];
  const peer = [resolve("bench/peers/printing.mjs"), String(count * eventsOfEach)];
  const seen = await paired(
    rounds,
    () => printed(own, ""),
    () => printed(peer, payload),
  );
  const described = { against: "JSON.stringify of one with its uuid", unit: "/s", atLeast };
  const what = `payloads/s of generate ${words.join(" ")}`;
  return figures.map((figure) => ratioRow({ ...described, what: `${what}, ${figure}` }, seen, figure));
}

/** The one of middle length of what these words make. */
async function averagePayload(words) {
  const lines = (await textOf([program, "generate", ...words, "--count", "50"])).trim().split("\n");
  return lines.toSorted((one, other) => one.length - other.length)[lines.length >> 1];
}

/** Lines a second. */
async function printed(words, input) {
  const began = performance.now();
  const child = started(words, input);
  const arrivals = { lines: 0 };
  child.stdout.on("data", (bytes) => {
    arrivals.lines += linesIn(bytes);
    arrivals.last = performance.now();
    arrivals.first ??= { at: arrivals.last, lines: arrivals.lines };
  });
  await ended(child);
  const { first, last, lines } = arrivals;
  return {
    steady: ((lines - first.lines) / (last - first.at)) * 1_000,
    "whole command": (lines / (last - began)) * 1_000,
  };
}

function linesIn(bytes) {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Into a folder of the machine's temporary one: what making a file costs there falls on both. */
async function writing({ rounds, share }) {
  const count = Math.ceil(10_000 * share);
  const peer = resolve("bench/peers/writing-files.mjs");
  const one = benchFolder();
  await textOf([program, "generate", "user.added", "--seed", "7", "--out", one]);
  const content = readFileSync(join(one, "0001-user.added.json"), "utf8");
  const written = (wordsIn, input) => async () => {
    const folder = join(benchFolder(), "made");
    const began = performance.now();
    await textOf(wordsIn(folder), input);
    const ms = performance.now() - began;
    const files = readdirSync(folder).length;
    if (files !== count) throw new Error(`${files} of ${count} files were written.`);
    return { rate: (count / ms) * 1_000 };
  };
  const seen = await paired(
    rounds,
    written((folder) => [program, "generate", "user.added", "--count", String(count), "--out", folder]),
    written((folder) => [peer, folder, String(count), "8"], content),
  );
  const against = "open, write, close, rename of the same content, 8 at once";
  const what = `files/s of generate --out, ${count} files`;
  return ratioRow({ what, against, unit: "/s", atLeast: 0.8 }, seen, "rate");
}

async function textOf(words, input = "") {
  const child = started(words, input);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (piece) => (text += piece));
  await ended(child);
  return text;
}

function started(words, input) {
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(input);
  return child;
}

async function ended(child) {
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`It ended with ${code}.`);
}
