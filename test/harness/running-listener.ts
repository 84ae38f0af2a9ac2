import type { Project, StartOptions } from "./project.ts";
import type { Running } from "./running.ts";

/** A `listen` that takes events. */
export interface RunningListener extends Running {
  /** Where it takes them. */
  url: string;
  port: number;
}

/** Starts `listen` on a free port, with these arguments too, and waits until events can come. */
export async function startListener(
  project: Project,
  args: readonly string[] = [],
  options: StartOptions = {},
): Promise<RunningListener> {
  const running = project.start(["listen", "--no-tunnel", "--port", "0", ...args], options);
  const saysOnStdout = args.includes("--json") || args.includes("--print-url");
  const url = await (saysOnStdout ? running.untilOut(address) : running.untilErr(address));
  return { ...running, url, port: Number(new URL(url).port) };
}

const address = /http:\/\/[^\s"]+(?=[\s"])/;
