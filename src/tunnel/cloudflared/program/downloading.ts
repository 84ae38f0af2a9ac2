import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Clock } from "../../../clock.ts";
import type { Machine, TunnelSettings } from "../../provider.ts";
import { environmentOf } from "../process/environment.ts";
import type { DownloadReport } from "./download-report.ts";
import type { Released } from "./release.ts";

/** What a fetch works with. */
export interface FetchSurroundings {
  clock: Clock;
  machine: Machine;
  /** The file and the arguments that start this program again. */
  ownProgram: readonly string[];
  settings: Pick<TunnelSettings, "stallMs">;
  isAlive(processId: number): boolean;
  /** Acts when this process ends, however it ends; the returned function forgets it. */
  atExit(act: () => void): () => void;
}

/** Who waits for it. */
export interface FetchWatch {
  signal: AbortSignal;
  /** Is told again and again how many bytes came. */
  progress(bytes: number): void;
}

/** What is known of a download that is over. */
export interface DownloadFacts {
  proxy?: string;
  answer?: Extract<DownloadReport, { what: "answer" }>;
  received?: { bytes: number; isWhole: boolean };
  failed?: { code?: string; message: string };
  isDone?: true;
  /** Nothing came, and nothing was told, for so long. */
  stalledMs?: number;
  /** Of the file as it grew. */
  bytes: number;
}

const lookMs = 200;

/** Runs the download in a process of its own, until that ends, nothing comes for too long, or the signal aborts. */
export async function download(
  { to, released }: { to: string; released: Released },
  { clock, machine, ownProgram, settings, atExit }: FetchSurroundings,
  { signal, progress }: FetchWatch,
): Promise<DownloadFacts> {
  const [file = "", ...args] = [...ownProgram, "fetch-cloudflared", to, released.version];
  const child = spawn(file, args, {
    env: withSchemes(withoutOverrides(environmentOf(machine.env, {}))),
    stdio: ["pipe", "pipe", "ignore"], // once its standard input ends, so does it: we may be killed
    detached: machine.platform !== "win32",
    windowsHide: true,
  });
  const facts: DownloadFacts = { bytes: 0 };
  let heardAt = clock.elapsed();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const report = reportIn(line);
    if (report === undefined) return;
    note(facts, report);
    heardAt = clock.elapsed();
  });
  const over = new AbortController();
  const ended = new Promise<void>((resolve) => {
    child.once("error", (cause) => {
      facts.failed = { message: cause.message };
      resolve();
    });
    child.once("close", () => resolve());
  }).finally(() => over.abort());
  const end = () => child.pid !== undefined && machine.signal(child.pid, "SIGKILL");
  const forget = atExit(end);
  while (!signal.aborted && !over.signal.aborted) {
    await clock.sleep(lookMs, AbortSignal.any([signal, over.signal]));
    const bytes = await sizeOf(to, machine);
    if (bytes > facts.bytes) heardAt = clock.elapsed();
    facts.bytes = Math.max(bytes, facts.bytes);
    progress(facts.bytes);
    if (isHopeless(facts, released)) break;
    if (clock.elapsed() - heardAt >= settings.stallMs && !over.signal.aborted) facts.stalledMs = settings.stallMs;
    if (facts.stalledMs !== undefined) break;
  }
  end();
  await ended;
  forget();
  return facts;
}

/** What is another thing than the release need not be downloaded whole. */
function isHopeless({ answer, received, bytes }: DownloadFacts, released: Released): boolean {
  if (received?.isWhole === true) return false;
  return bytes > released.bytes || (answer?.status === 200 && (answer.bytes ?? released.bytes) !== released.bytes);
}

function note(facts: DownloadFacts, report: DownloadReport): void {
  if (report.what === "proxy") facts.proxy = report.host;
  else if (report.what === "answer") facts.answer = report;
  else if (report.what === "received") facts.received = report;
  else if (report.what === "failed") facts.failed = report;
  else if (report.what === "done") facts.isDone = true;
}

/** Undefined where another one prints, such as what NODE_OPTIONS loads. */
function reportIn(line: string): DownloadReport | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "what" in value ? (value as DownloadReport) : undefined;
  } catch {
    return undefined;
  }
}

/** Of what comes. On macOS that is an archive: the program that is unpacked from it is larger. */
async function sizeOf(to: string, { platform }: Machine): Promise<number> {
  const sizeIn = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
  return (await sizeIn(`${to}.tgz`)) ?? (platform === "darwin" ? 0 : ((await sizeIn(to)) ?? 0));
}

/** The package reads these. */
function withoutOverrides(env: Record<string, string>): Record<string, string> {
  const overriding = ["VERBOSE", "CLOUDFLARED_BIN", "CLOUDFLARED_VERSION"];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !overriding.includes(name.toUpperCase())));
}

/** A proxy without one is asked by http, as by other programs; what reads it there would take https. */
function withSchemes(env: Record<string, string>): Record<string, string> {
  const isBare = (name: string, value: string) =>
    /^(?:https|all)_proxy$/i.test(name) && value !== "" && !value.includes("://");
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, isBare(name, value) ? `http://${value}` : value]),
  );
}
