import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";

/** Where what is kept between runs lies. */
export interface ProjectState {
  /** The project's own folder below the state folder; made when something is first written. */
  folder: string;
  /** The project's root. */
  root: string;
  /** What belongs to no project: the folder above. */
  shared: string;
  /** Why nothing can be kept there, where that is known: a sentence without its full stop. */
  problem?: string;
}

export interface ProjectSurroundings {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  homeFolder: string;
  homeProblem?: string;
  platform: string;
}

/** Without Node's own, for the sake of one short text: with all else in its module it takes 10 ms to load. */
function hexOfSha256(text: string): string {
  return Buffer.from(sha256(Buffer.from(text))).toString("hex");
}

/** The nearest folder upwards with a project file, else with `.git`, else with `package.json`, else the working directory. */
export function projectState(surroundings: ProjectSurroundings): ProjectState {
  const root = projectRoot(surroundings.cwd);
  const mark = hexOfSha256(root).slice(0, 12);
  const name =
    basename(root)
      .replace(/[^A-Za-z0-9._-]/g, "_")
      .slice(0, 40) || "root";
  const { shared, problem } = stateFolder(surroundings);
  const folder = join(shared, "projects", `${name}-${mark}`);
  return { root, folder, shared, ...(problem !== undefined && { problem }) };
}

const markers = [
  [
    "appdirect-hooks.config.ts",
    "appdirect-hooks.config.js",
    "appdirect-hooks.config.mjs",
    "appdirect-hooks.config.json",
  ],
  [".git"],
  ["package.json"],
];

function projectRoot(from: string): string {
  for (const names of markers) {
    const found = ancestors(from).find((folder) => names.some((name) => existsSync(join(folder, name))));
    if (found !== undefined) return found;
  }
  return from;
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

function stateFolder(surroundings: ProjectSurroundings): { shared: string; problem?: string } {
  const { env, platform } = surroundings;
  const chosen = env["XDG_STATE_HOME"] ?? "";
  // A relative one is to be ignored: specifications.freedesktop.org/basedir-spec
  if (isAbsolute(chosen)) return { shared: join(chosen, "appdirect-hooks") };
  const local = env["LOCALAPPDATA"];
  if (platform === "win32" && local !== undefined) return { shared: join(local, "appdirect-hooks") };
  return { shared: join(surroundings.homeFolder, ...belowHome(platform)), problem: surroundings.homeProblem };
}

function belowHome(platform: string): string[] {
  if (platform === "win32") return ["AppData", "Local", "appdirect-hooks"];
  if (platform === "darwin") return ["Library", "Application Support", "appdirect-hooks"];
  return [".local", "state", "appdirect-hooks"];
}
