import { mkdir, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { startRunning, type Ended, type Running } from "./running.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A folder in which a user types our commands: nothing of it is shared with other tests or with this machine's user. */
export interface Project {
  folder: string;
  stateFolder: string;
  /** What the program finds in its environment. */
  env: Record<string, string>;
  /** What the program calls itself there. */
  typed: string;
  /** Starts the built program. */
  start(args: readonly string[], options?: StartOptions): Running;
  /** Runs it to its end; standard input holds `input`, and nothing where that is missing. */
  run(args: readonly string[], options?: StartOptions & { input?: string | Buffer }): Promise<Ended>;
}

export interface StartOptions {
  /** Variables beside those that every program needs. */
  env?: Record<string, string>;
  /** A shell's line in which `"$@"` stands for the program and its arguments. */
  through?: string;
}

const builtProgram = fileURLToPath(new URL("../../bin/appdirect-hooks.js", import.meta.url));

/** With another program of ours than the one that is built here, if a test has one. */
export async function temporaryProject({ program: file = builtProgram } = {}): Promise<Project> {
  const place = await temporaryFolder();
  const folder = join(place, "project");
  const stateFolder = join(place, "state");
  const temporary = join(place, "tmp");
  // What a user types is as long wherever this repository lies.
  const installed = join(place, "hooks");
  await Promise.all([mkdir(folder), mkdir(temporary), symlink(dirname(file), installed, "junction")]);
  const program = join(installed, basename(file));
  const plain = { ...plainEnvironment(stateFolder, temporary), XDG_CACHE_HOME: join(place, "cache") };
  const start: Project["start"] = (args, { env = {}, through } = {}) => {
    const command = [process.execPath, program, ...args];
    const words = through === undefined ? command : ["sh", "-c", through, "sh", ...command];
    return startRunning(words, { cwd: folder, env: { ...plain, ...env } });
  };
  return {
    folder,
    stateFolder,
    env: plain,
    typed: `node ${relative(folder, program)}`,
    start,
    run(args, { input = "", ...options } = {}) {
      const running = start(args, options);
      running.input.end(input);
      return running.ended;
    },
  };
}

/** Without what tells of this run: npm, CI, colours, and the settings of whoever runs the tests. */
function plainEnvironment(stateFolder: string, temporary: string): Record<string, string> {
  const path = `${dirname(process.execPath)}${process.platform === "win32" ? ";" : ":"}${process.env["PATH"] ?? ""}`;
  const kept = ["HOME", "USERPROFILE", "SystemRoot", "LANG"].map((name) => [name, process.env[name] ?? ""]);
  return {
    ...Object.fromEntries(kept),
    PATH: path,
    TMPDIR: temporary,
    TEMP: temporary,
    XDG_STATE_HOME: stateFolder,
    TZ: "UTC",
  };
}
