import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ErrorCode } from "../../errors.ts";
import { errorCodes, HooksError } from "../../errors.ts";
import { makeFolder } from "../../make-folder.ts";
import type { ProjectState } from "../../state/index.ts";
import type { TunnelOptions } from "../../tunnel/index.ts";
import type { HoldPlan } from "./plan.ts";

/** What the process that holds a tunnel reads from its standard input: secrets are in it. */
export interface HoldRequest {
  plan: HoldPlan;
  options: Omit<TunnelOptions, "settings">;
  state: ProjectState;
}

/** What it answers on its standard output, in one line. */
export type HoldAnswer = { control: string } | { error: { code: string; message: string; hint?: string } };

/** This program, as it is started again: a file and its first arguments. */
export interface OwnProgram {
  file: string;
  arguments: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts a process that outlives this one, and resolves with the socket at which it is spoken to. Throws the `HooksError`
 * that stopped it, such as PORT_IN_USE.
 */
export async function startHolder(program: OwnProgram, request: HoldRequest): Promise<string> {
  const { shared } = request.state;
  await makeFolder(shared).catch(() => undefined); // what cannot be written there it says
  const child = spawn(program.file, [...program.arguments], {
    cwd: dirname(program.file), // it keeps no folder of the user's busy
    env: { ...program.env },
    stdio: ["pipe", "pipe", "ignore"],
    detached: true,
    windowsHide: true,
  });
  const failed = new Promise<undefined>((resolve) => child.once("error", () => resolve(undefined)));
  child.stdin.on("error", () => undefined); // it has ended: its answer is missing too
  child.stdin.end(JSON.stringify(request));
  const answer = await Promise.race([failed, firstLine(child.stdout)]);
  child.stdout.destroy();
  child.unref();
  if (answer === undefined) throw new TypeError("The process that holds the tunnel ended without an answer.");
  if ("control" in answer) return answer.control;
  const { code, message, hint } = answer.error;
  throw new HooksError(isCode(code) ? code : "DEFECT", { message, ...(hint !== undefined && { hint }) });
}

async function firstLine(stdout: Readable): Promise<HoldAnswer | undefined> {
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line);
  return undefined;
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
