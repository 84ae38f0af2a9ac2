import type { ListenOptions } from "../../src/sessions/index.ts";
import type { manualClock } from "./manual-clock.ts";
import type { scriptedTunnel } from "./scripted-tunnel.ts";

export const up = { kind: "up", url: "https://fare-write.trycloudflare.com" } as const;
export const path = "/h/abcdefghijklmnopqrstuv";

/** A session behind a tunnel that a test tells what to do, the first of it before it opens. */
export function behind(
  script: ReturnType<typeof scriptedTunnel>,
  different: Partial<ListenOptions> = {},
  exitAfterMs?: number,
) {
  const tunnel = { kind: "quick", provider: script.provider, publicPath: path, exitAfterMs };
  return { path, pathIsSecret: true, tunnel, ...different };
}

/** Where the listener is reached, once its tunnel knows. */
export async function localOf({ localUrls }: ReturnType<typeof scriptedTunnel>): Promise<string> {
  while (localUrls.length === 0) await new Promise((resolve) => setImmediate(resolve));
  return localUrls[0] ?? "";
}

/** The end of a session has waits of its own. */
export async function untilSettled<Value>(work: Promise<Value>, clock: ReturnType<typeof manualClock>): Promise<Value> {
  let isSettled = false;
  void work.finally(() => (isSettled = true));
  while (!isSettled) await clock.advance(1_000);
  return work;
}
