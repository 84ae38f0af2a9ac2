import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary-folder.ts";

/** What bash made of a text. */
export interface Pasted {
  /** Each program that it started with its arguments, in the order of their first words: a pipe starts both at once. */
  started: string[][];
  status: number;
  /** What bash itself said. */
  errors: string;
}

/** Started by none of our texts: each only writes down its arguments. */
const recorded = ["npx", "node", "appdirect-hooks", "curl", "jq", "kill", "brew", "winget", "chmod"];

/**
 * Each text as bash takes it, one after another in a single bash. Nothing is started or sent: programs are functions
 * that record their arguments, and no other program is on its PATH.
 */
export async function pasteAll(
  texts: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Pasted[]> {
  const folder = await temporaryFolder();
  await Promise.all(texts.map((text, index) => writeFile(join(folder, `${index}.pasted`), text)));
  await writeFile(join(folder, "all.sh"), script(texts.length));
  await promisify(execFile)("bash", ["--norc", "--noprofile", "all.sh"], { cwd: folder, env: { PATH: path, ...env } });
  return Promise.all(texts.map((_, index) => readPasted(join(folder, String(index)))));
}

export async function paste(text: string, env: Readonly<Record<string, string>> = {}): Promise<Pasted> {
  const [pasted = { started: [], status: -1, errors: "" }] = await pasteAll([text], env);
  return pasted;
}

const path = process.env["PATH"] ?? "";

/** Each text in a shell of its own: what ends one does not end the others. */
function script(count: number): string {
  return [
    "PATH=/nowhere",
    `record() { printf '%s\\0' "$#" "$@" >> "$record"; }`,
    ...recorded.map((name) => `${name}() { record ${name} "$@"; }`),
    `for ((n = 0; n < ${count}; n++)); do`,
    "  record=$n.started",
    '  (eval "$(< "$n.pasted")") < /dev/null > /dev/null 2> "$n.errors"',
    '  echo "$?" > "$n.status"',
    "done",
    "",
  ].join("\n");
}

async function readPasted(stem: string): Promise<Pasted> {
  const [started, status, errors] = await Promise.all([
    readFile(`${stem}.started`, "utf8").catch(() => ""), // where nothing was started
    readFile(`${stem}.status`, "utf8"),
    readFile(`${stem}.errors`, "utf8"),
  ]);
  return { started: startedIn(started.split("\0").slice(0, -1)), status: Number(status), errors };
}

/** From how many words there are, the words, and so on. */
function startedIn(words: readonly string[]): string[][] {
  const started: string[][] = [];
  for (let at = 0; at < words.length; at += started.at(-1)?.length ?? 0) {
    const count = Number(words[at]);
    started.push(words.slice(at + 1, at + 1 + count));
    at += 1;
  }
  return started.toSorted((one, other) => one.join(" ").localeCompare(other.join(" ")));
}
