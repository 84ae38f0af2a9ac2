import { join } from "node:path";
import type { StandIn } from "./cloudflared.ts";
import { startRunning } from "./running.ts";

const start = `
const [file, ...args] = process.argv.slice(1);
require("node:child_process").spawn(file, args, { detached: true, stdio: "ignore" }).unref();
`;

/** Starts a stand-in as `listen` does, with the configuration in this folder, and lets nobody have it: its process id. */
export async function startOrphan(standIn: StandIn, tunnelFolder: string): Promise<number> {
  const args = ["tunnel", "--no-autoupdate", "--config", join(tunnelFolder, "cloudflared.yml")];
  const words = [standIn.file, ...args, "--metrics", "127.0.0.1:0", "--url", "http://127.0.0.1:9"];
  await startRunning([process.execPath, "-e", start, "--", ...words], { cwd: standIn.folder, env: {} }).ended;
  const [started] = await standIn.until("connected");
  return started?.pid ?? 0;
}
