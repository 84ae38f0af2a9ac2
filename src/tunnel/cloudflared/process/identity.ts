import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { ProcessIdentity } from "../../provider.ts";

/** A process as the system tells of it. */
export interface ProcessDescription extends ProcessIdentity {
  /** The words it was started with, separated by spaces. */
  command: string;
  parentId: number;
}

/**
 * The process that has this number, or undefined where there is none, or where this system does not tell: then nothing
 * is ever ended on its account. Never rejects.
 */
export async function seeProcess(processId: number, platform: string): Promise<ProcessDescription | undefined> {
  try {
    if (platform === "linux") return await fromProc(processId);
    if (platform === "win32") return undefined; // what tells it there is no program that every Windows has
    return await fromPs(processId);
  } catch {
    return undefined;
  }
}

/** proc(5): the start is counted from the boot of this machine, which has a name of its own. */
async function fromProc(processId: number): Promise<ProcessDescription> {
  const [stat, cmdline, boot] = await Promise.all(
    [`/proc/${processId}/stat`, `/proc/${processId}/cmdline`, "/proc/sys/kernel/random/boot_id"].map((file) =>
      readFile(file, "utf8"),
    ),
  );
  const fields = (stat ?? "").slice((stat ?? "").lastIndexOf(")") + 2).split(" "); // its name may have any character
  const [state, parent, start] = [fields[0], fields[1], fields[19]];
  if (state === undefined || start === undefined || state === "Z") throw new Error("It has ended.");
  const startedAt = `${boot?.trim()} ${start}`;
  return { processId, startedAt, command: commandIn(cmdline ?? ""), parentId: Number(parent) };
}

/** What proc(5) has in cmdline. */
export function commandIn(cmdline: string): string {
  return cmdline.split("\0").join(" ").trim();
}

async function fromPs(processId: number): Promise<ProcessDescription> {
  const said = await new Promise<string>((resolve, reject) => {
    const env = { PATH: "/bin:/usr/bin", TZ: "UTC", LC_ALL: "C" }; // the same text whoever asks
    execFile("ps", ["-ww", "-o", "lstart=,ppid=,command=", "-p", String(processId)], { env }, (cause, stdout) =>
      cause === null ? resolve(stdout) : reject(cause),
    );
  });
  const line = said.trim(); // "Wed Nov 25 07:10:18 2026   123 /path/to/program …"
  const [, parent, command = ""] = /^\s*(\d+) (.*)$/s.exec(line.slice(24)) ?? [];
  return { processId, startedAt: line.slice(0, 24), command, parentId: Number(parent) };
}
