import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Machine } from "../../provider.ts";
import { configFileIn } from "./config-file.ts";
import { commandIn, seeProcess, type ProcessDescription } from "./identity.ts";

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
  const seen = await Promise.all(ours.map(({ processId }) => orphan(processId, platform)));
  return seen.flatMap((one) => (one !== undefined && isStartedByUs(one.command, configFile) ? [one] : []));
}

function isStartedByUs(command: string, configFile: string): boolean {
  return command.includes(` tunnel --no-autoupdate --config ${configFile} --metrics `);
}

/** Undefined where its parent is a Node, or it has gone. */
async function orphan(processId: number, platform: string): Promise<ProcessDescription | undefined> {
  const seen = await seeProcess(processId, platform);
  const parent = seen && (await seeProcess(seen.parentId, platform));
  return /^node(?:js)?\b/.test(basename(parent?.command.split(" ")[0] ?? "")) ? undefined : seen;
}

type ListedProcess = Pick<ProcessDescription, "processId" | "command">;

async function listProcesses(platform: string): Promise<ListedProcess[]> {
  if (platform === "win32") return [];
  return platform === "linux" ? listFromProc() : listFromPs();
}

/** By their words alone: every start of listen waits for this. */
async function listFromProc(): Promise<ListedProcess[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    numbers.map((number) => readFile(`/proc/${number}/cmdline`, "utf8").catch(() => "")), // it has ended meanwhile
  );
  return numbers.map((number, index) => ({ processId: Number(number), command: commandIn(commands[index] ?? "") }));
}

async function listFromPs(): Promise<ListedProcess[]> {
  const said = await new Promise<string>((resolve, reject) => {
    const options = { env: { PATH: "/bin:/usr/bin", LC_ALL: "C" }, maxBuffer: 64 * 1024 * 1024 };
    execFile("ps", ["-ww", "-axo", "pid=,command="], options, (cause, stdout) =>
      cause === null ? resolve(stdout) : reject(cause),
    );
  });
  return said.split("\n").flatMap((line) => {
    const [, processId, command = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return processId === undefined ? [] : [{ processId: Number(processId), command }];
  });
}
