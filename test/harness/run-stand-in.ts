import { installStandIn, type StandIn, type StandInSettings } from "./cloudflared.ts";
import { call } from "./post.ts";
import { startRunning } from "./running.ts";

export const hostname = "fare-write-waste-gadgets.trycloudflare.com";
/** Where nobody listens. */
export const nobody = "http://127.0.0.1:9";
/** Which port it took for its metrics. */
export const metricsLine = /(?<=Starting metrics server on )[\d.:]+(?=\/metrics)/;

export const quick = (url: string) => ["tunnel", "--no-autoupdate", "--metrics", "127.0.0.1:0", "--url", url];

export function runStandIn({ file, folder }: StandIn, args: readonly string[], env: Record<string, string> = {}) {
  return startRunning([file, ...args], { cwd: folder, env });
}

/** A quick tunnel that is connected, to this address. */
export async function connected(settings: StandInSettings = {}, url = nobody) {
  const standIn = await installStandIn({ hostname, ...settings });
  const running = runStandIn(standIn, quick(url));
  await standIn.until("connected");
  return { standIn, running };
}

/** What it is asked on its metrics port. */
export async function metricsOf(running: ReturnType<typeof runStandIn>) {
  const address = await running.untilErr(metricsLine);
  return (path: string) => call(`http://${address}${path}`, { method: "GET" });
}

/** The lines without their times. */
export const linesOf = (stderr: string) => stderr.split("\n").map((line) => line.replace(/^[\dTZ:-]{20} /, ""));
