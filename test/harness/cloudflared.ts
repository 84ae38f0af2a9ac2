import { createSocket } from "node:dgram";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";
import { call } from "./post.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What the stand-in is to do; see test/programs/stand-in. Times in ms. */
export interface StandInSettings {
  hostname?: string;
  logForm?: "new" | "old" | "json";
  addressAfterMs?: number;
  connectAfterMs?: number;
  neverConnects?: boolean;
  blockedProtocols?: string[];
  unauthorized?: boolean;
  failure?: string;
  /** Only the first so many starts fail. */
  failTimes?: number;
  crashAfterMs?: number;
  crashStatus?: number;
  ignoresSignals?: string[];
  linesPerSecond?: number;
  longLineBytes?: number;
  splitAddress?: boolean;
  edgeAddress?: string;
  metrics?: boolean;
  namedService?: string;
  routeName?: string;
  publishAfterMs?: number;
  version?: string;
  /** All that it answers to `--version`. */
  versionText?: string;
  /** What it tells of the network, the lines within the box; none from an old version. */
  checks?: string[];
  checksAreLate?: boolean;
  says?: string;
}

export interface Report {
  what: string;
  at: number;
  pid: number;
  [fact: string]: unknown;
}

/** A stand-in for cloudflared that is installed in a folder of its own. What it started is gone after the test. */
export interface StandIn {
  /** The executable. */
  file: string;
  /** For PATH. */
  folder: string;
  /** Of its DNS server: `127.0.0.1:5353`. */
  resolver: string;
  reports(what?: string): Promise<Report[]>;
  /** Those of one kind, once there are so many. */
  until(what: string, count?: number): Promise<Report[]>;
  /** Where the latest start takes calls. */
  address(): Promise<string>;
  /** Tells the latest start: `/lose`, `/regain`, `/crash`, `/publish`. */
  tell(what: string): Promise<void>;
}

const main = fileURLToPath(new URL("../programs/stand-in/main.js", import.meta.url));

export async function installStandIn(settings: StandInSettings = {}, name = "cloudflared for tests"): Promise<StandIn> {
  const folder = join(await temporaryFolder(), name);
  await mkdir(folder);
  const report = join(folder, "report.ndjson");
  const dnsPort = await freeUdpPort();
  await writeFile(report, "");
  await writeFile(join(folder, "settings.json"), JSON.stringify({ ...settings, report, dnsPort }));
  const file = join(folder, "cloudflared");
  const words = [process.execPath, main, join(folder, "settings.json")].map((word) => `'${word}'`).join(" ");
  await writeFile(file, `#!/bin/sh\nexec ${words} "$@"\n`);
  await chmod(file, 0o755);
  const reports = async (what?: string) => {
    const lines = (await readFile(report, "utf8")).split("\n").slice(0, -1);
    const all = lines.map((line): Report => JSON.parse(line));
    return what === undefined ? all : all.filter((one) => one.what === what);
  };
  const until = (what: string, count = 1) =>
    eventually(async () => {
      const found = await reports(what);
      return found.length >= count ? found : undefined;
    });
  onTestFinished(async () => {
    for (const { pid } of await reports("started")) await killIfOurs(pid, folder);
  });
  return {
    file,
    folder,
    resolver: `127.0.0.1:${dnsPort}`,
    reports,
    until,
    address: async () => String((await until("public")).at(-1)?.["address"]),
    tell: async (what) => {
      const control = String((await until("control")).at(-1)?.["address"]);
      await call(control + what, { method: "POST" });
    },
  };
}

/** Numbers of processes are given again. */
async function killIfOurs(pid: number, folder: string): Promise<void> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (command.includes(dirname(join(folder, "x")))) process.kill(pid, "SIGKILL");
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4");
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}
