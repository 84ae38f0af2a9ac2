import { readFile } from "node:fs/promises";
import type { StandIn } from "./cloudflared.ts";
import { eventually } from "./eventually.ts";

/** Whether a process of this number runs; a test's container may not end the ones that nobody waits for. */
export const isRunning = (pid: number) =>
  readFile(`/proc/${pid}/stat`, "utf8").then(
    (stat) => !/^\d+ \(.*\) Z/.test(stat),
    () => false,
  );

/** Resolves when nothing that the stand-in started runs any more. */
export async function gone(standIn: StandIn): Promise<boolean[]> {
  const started = await standIn.reports("started");
  return Promise.all(started.map(({ pid }) => eventually(async () => !(await isRunning(pid)) || undefined)));
}
