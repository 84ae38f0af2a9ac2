import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";

/** A program that runs, and what it said so far. Is gone after the test. */
export interface Running {
  processId: number;
  input: Writable;
  output: Readable;
  stdout(): string;
  stderr(): string;
  /** What matches, once it stands on stdout; rejects where the program ended without. */
  untilOut(pattern: RegExp): Promise<string>;
  /** The same for stderr. */
  untilErr(pattern: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

export interface Ended {
  /** Null where a signal ended it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

export function startRunning(
  [file = "", ...args]: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Running {
  const child = spawn(file, args, { cwd, env, stdio: "pipe", detached: process.platform !== "win32" });
  const said = { out: "", err: "" };
  const watchers = new Set<() => void>();
  const look = () => watchers.forEach((watch) => watch());
  for (const [stream, name] of [[child.stdout, "out"] as const, [child.stderr, "err"] as const]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said[name] += chunk;
      look();
    });
  }
  child.stdin.on("error", () => undefined); // it may end without having read everything
  let end: Ended | undefined;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      end = { status, stdout: said.out, stderr: said.err };
      look();
      resolve(end);
    });
  });
  onTestFinished(async () => {
    killAll(child.pid);
    await ended;
  });

  const until = (name: "out" | "err", pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const watch = () => {
        const found = pattern.exec(said[name])?.[0];
        if (found === undefined && end === undefined) return;
        watchers.delete(watch);
        if (found !== undefined) resolve(found);
        else reject(new Error(`It ended without ${pattern.source} on std${name}: ${JSON.stringify(end)}`));
      };
      watchers.add(watch);
      watch();
    });

  return {
    processId: child.pid ?? 0,
    input: child.stdin,
    output: child.stdout,
    stdout: () => said.out,
    stderr: () => said.err,
    untilOut: (pattern) => until("out", pattern),
    untilErr: (pattern) => until("err", pattern),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** With all that it started: it leads a group of processes. */
function killAll(processId: number | undefined): void {
  if (processId === undefined) return;
  try {
    process.kill(process.platform === "win32" ? processId : -processId, "SIGKILL");
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause;
  }
}
