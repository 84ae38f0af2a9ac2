import type { Project, StartOptions } from "./project.ts";
import type { Running } from "./running.ts";

/** A `simulate` whose API answers. */
export interface RunningSimulator extends Running {
  /** Of its API. */
  url: string;
}

/** Starts `simulate` on a free port, with these arguments too, and waits until its API answers. */
export async function startSimulator(
  project: Project,
  args: readonly string[] = [],
  options: StartOptions = {},
): Promise<RunningSimulator> {
  const running = project.start(simulateArgs(...args), options);
  const url = await (args.includes("--json") ? running.untilOut(inReadyLine) : running.untilErr(inReadyRow));
  return { ...running, url };
}

/** A marketplace on a free port. */
export function simulateArgs(...args: string[]): string[] {
  return ["simulate", "--port", "0", ...args];
}

const inReadyLine = /(?<="type":"ready","url":")[^"]+(?=")/;
const inReadyRow = /(?<=marketplace +)http:\/\/\S+(?=\n)/;
