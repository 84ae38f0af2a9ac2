// An editor: appends the file's name, its mode and its text to a log, and then does to the file as it is told.
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const [log, change, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const seen = { name: basename(file), mode: (statSync(file).mode & 0o777).toString(8), text };
appendFileSync(log, `${JSON.stringify(seen)}\n`);
const [from, to] = change.split("=>");
if (to !== undefined) writeFileSync(file, from === "" ? to : text.replaceAll(from, to));
console.log("1 file edited"); // on its standard output, as some do
if (change === "fail") process.exitCode = 3;
if (change === "remove") rmSync(file);
