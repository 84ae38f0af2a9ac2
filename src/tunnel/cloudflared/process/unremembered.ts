import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Machine } from "../../provider.ts";
import { configFileIn } from "./config-file.ts";
import { seeProcess, type ProcessDescription } from "./identity.ts";

/**
 * What one of ours started and nobody wrote down, since it was ended too suddenly for that: by its arguments, for no
 * other program has our configuration. One whose parent is a Node has its owner still, or may have. Never rejects; none
 * where this system does not tell.
 */
export async function unrememberedTunnels(
  folder: string,
  { platform }: Pick<Machine, "platform">,
  remembered: readonly number[],
): Promise<ProcessDescription[]> {
  const configFile = configFileIn(folder);
  const isUsed = existsSync(configFile); // where no tunnel was ever opened, nothing is asked
  const all = isUsed ? await listProcesses(platform).catch(() => []) : [];
  const ours = all.filter(
    ({ processId, command }) => isStartedByUs(command, configFile) && !remembered.includes(processId),
  );
  const orphans = ours.filter(({ parentId }) => !isNode(all.find(({ processId }) => processId === parentId)));
  const seen = await Promise.all(orphans.map(({ processId }) => seeProcess(processId, platform)));
  return seen.flatMap((one) => (one !== undefined && isStartedByUs(one.command, configFile) ? [one] : []));
}

interface ListedProcess {
  processId: number;
  parentId: number;
  /** The words it was started with, separated by spaces. */
  command: string;
}

function isStartedByUs(command: string, configFile: string): boolean {
  return command.includes(` tunnel --no-autoupdate --config ${configFile} --metrics `);
}

function isNode(parent: ListedProcess | undefined): boolean {
  return /^node(?:js)?\b/.test(basename(parent?.command.split(" ")[0] ?? ""));
}

async function listProcesses(platform: string): Promise<ListedProcess[]> {
  if (platform === "win32") return [];
  return platform === "linux" ? listFromProc() : listFromPs();
}

async function listFromProc(): Promise<ListedProcess[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(numbers.map((number) => readProc(number)))).flat();
}

/** proc(5); none where it has ended meanwhile. */
async function readProc(number: string): Promise<ListedProcess[]> {
  try {
    const [stat = "", words = ""] = await Promise.all(
      ["stat", "cmdline"].map((name) => readFile(`/proc/${number}/${name}`, "utf8")),
    );
    const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [{ processId: Number(number), parentId: Number(parent), command: words.split("\0").join(" ").trim() }];
  } catch {
    return [];
  }
}

async function listFromPs(): Promise<ListedProcess[]> {
  const said = await new Promise<string>((resolve, reject) => {
    const options = { env: { PATH: "/bin:/usr/bin", LC_ALL: "C" }, maxBuffer: 64 * 1024 * 1024 };
    execFile("ps", ["-ww", "-axo", "pid=,ppid=,command="], options, (cause, stdout) =>
      cause === null ? resolve(stdout) : reject(cause),
    );
  });
  return said.split("\n").flatMap((line) => {
    const [, processId, parentId, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return processId === undefined ? [] : [{ processId: Number(processId), parentId: Number(parentId), command }];
  });
}
