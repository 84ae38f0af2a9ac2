import { untilAborted, within } from "../../../waiting.ts";
import type { TunnelSurroundings } from "../../provider.ts";
import { failureOf } from "../failures/failures.ts";
import { environmentOf } from "../process/environment.ts";
import { RunningCloudflared } from "../process/running-cloudflared.ts";

/** What a program answers to `--version`. */
export interface VersionAnswer {
  /** `2026.8.2`; undefined where there is no such number in it. */
  version?: string;
  /** Whether it is cloudflared's answer, with a number or, from a build of one's own, without. */
  isCloudflareds: boolean;
  /** Why it did not start: one sentence. */
  notStarted?: string;
  /** How it ended: its exit status, or the signal; undefined where it did not start, or had to be ended. */
  status?: number | string;
  /** Its first line; empty where it said nothing. */
  said: string;
  /** Whether it had to be ended. */
  isSilent: boolean;
}

const patienceMs = 10_000;

/** Starts the program, for 10 s at most. */
export async function askVersion(
  program: string,
  surroundings: TunnelSurroundings,
  signal: AbortSignal,
): Promise<VersionAnswer> {
  const running = new RunningCloudflared(
    { program, arguments: ["--version"], env: environmentOf(surroundings.machine.env, {}), secrets: [] },
    { ...surroundings, remember: async () => async () => undefined }, // it ends at once, or we end it
  );
  const status = await within(surroundings.clock, patienceMs, untilAborted(running.ended, signal));
  if (status === undefined) await running.end();
  const { lines } = running;
  const [said = ""] = lines;
  const [, version] = /^cloudflared version .*?(\d{4}\.\d{1,2}\.\d+)/m.exec(lines.join("\n")) ?? [];
  const { trouble } = failureOf({ lines, program, isNamed: false, protocol: "", forMs: 0, hasAddress: false, status });
  return {
    ...(version !== undefined && { version }),
    isCloudflareds: lines.some((line) => line.startsWith("cloudflared version")),
    ...(trouble.code === "NOT_STARTED" ? { notStarted: trouble.message } : status !== undefined && { status }),
    said,
    isSilent: status === undefined,
  };
}
