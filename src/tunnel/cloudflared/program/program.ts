import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Machine } from "../../provider.ts";
import { programMissing, programNotExecutable, programPlaceTaken, unusableProgram } from "../../sentences.ts";
import { cacheFolder, nameOn } from "./cache.ts";
import { installedBy } from "./installing.ts";

/** The program to start: the one that was asked for, else the first on PATH, else the one in our cache. */
export async function findCloudflared(asked: string | undefined, machine: Machine): Promise<string> {
  if (asked !== undefined) return checked(asked);
  const seen = await seenPrograms(machine);
  const usable = seen.find(({ state }) => state === "usable");
  if (usable !== undefined) return usable.file;
  const unusable = seen.find(({ state }) => state === "not executable");
  if (unusable !== undefined) throw programNotExecutable(unusable.file);
  checkPlace(seen);
  throw programMissing(installedBy(machine));
}

/**
 * Whether there is none, not even one that may not be run. Throws `HooksError` TUNNEL_PROGRAM_MISSING where none could be
 * kept.
 */
export async function lacksCloudflared(machine: Machine): Promise<boolean> {
  const seen = await seenPrograms(machine);
  if (seen.some(({ state }) => state === "usable" || state === "not executable")) return false;
  checkPlace(seen);
  return true;
}

/** The last one is that in our cache. */
function checkPlace(seen: readonly { file: string; state: ProgramState }[]): void {
  const kept = seen.at(-1);
  if (kept?.state === "no file") throw programPlaceTaken(kept.file);
}

/** Whether a program that was found is the one in our cache. */
export function isInCache(file: string, machine: Machine): boolean {
  return file === join(cacheFolder(machine), nameOn(machine));
}

function seenPrograms(machine: Machine): Promise<{ file: string; state: ProgramState }[]> {
  const places = [...onPath(machine), join(cacheFolder(machine), nameOn(machine))];
  return Promise.all(places.map(async (file) => ({ file, state: await stateOf(file) })));
}

function onPath(machine: Machine): string[] {
  const path = machine.env["PATH"] ?? machine.env["Path"] ?? "";
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(programFolder(folder), nameOn(machine)));
}

/**
 * npm puts the commands of packages on PATH. That of the package `cloudflared` is a script, which ends without a word
 * where the package has not fetched the program; once it has, that lies in the package.
 */
function programFolder(folder: string): string {
  return /[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder) ? join(folder, "..", "cloudflared", "bin") : folder;
}

async function checked(file: string): Promise<string> {
  const state = await stateOf(file);
  if (state === "usable") return file;
  throw unusableProgram(file, whyNot[state]);
}

type ProgramState = "usable" | "not executable" | "no file" | "missing";

const whyNot: Record<Exclude<ProgramState, "usable">, string> = {
  missing: "there is no such file",
  "no file": "it is not a file",
  "not executable": "this user may not run it (chmod +x makes it executable)",
};

async function stateOf(file: string): Promise<ProgramState> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return "missing";
  if (!found.isFile()) return "no file";
  return access(file, constants.X_OK).then(
    () => "usable",
    () => "not executable",
  );
}
