import { spawn, type ChildProcess } from "node:child_process";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { ProcessIdentity, TunnelSurroundings } from "../../provider.ts";
import { withLine, type LogFacts } from "./facts.ts";
import { seeProcess } from "./identity.ts";
import { Log } from "./log.ts";

/** A cloudflared that runs. */
export interface RunningCloudflared {
  /** What its log tells so far. */
  readonly facts: LogFacts;
  /** Its last lines. */
  readonly lines: readonly string[];
  /** Resolves with its exit status, the signal that ended it, or the code of why it could not be started. */
  ended: Promise<number | string>;
  /** Asks it to end, and ends it where it does not within 5 s. May be called twice. */
  end(): Promise<void>;
}

export interface CloudflaredStart {
  program: string;
  arguments: readonly string[];
  env: Record<string, string>;
  /** What of that nobody may read. */
  secrets: readonly string[];
}

/** For what is in flight: it waits 4 s for that itself. */
const patienceMs = 5_000;

/** Never throws: what cannot be started has ended. */
export function startCloudflared(start: CloudflaredStart, surroundings: TunnelSurroundings): RunningCloudflared {
  const { clock, machine, atExit } = surroundings;
  const log = new Log(start.secrets);
  let facts: LogFacts = { isConnected: false };
  const child = tryToSpawn(start, machine.platform);
  if (typeof child === "string") return { facts, lines: [], ended: Promise.resolve(child), end: async () => undefined };
  for (const stream of [child.stdout, child.stderr]) {
    const reader = log.reader((line) => {
      facts = withLine(facts, line);
      surroundings.log?.(line);
    });
    stream?.on("data", (chunk: Buffer) => reader.take(chunk)).once("end", () => reader.end());
  }
  const remembered = remember(child, start, surroundings);
  const forgetExit = atExit(() => child.pid !== undefined && machine.signal(child.pid, "SIGKILL"));
  const ended = untilEnded(child, surroundings).finally(async () => {
    forgetExit();
    await (
      await remembered
    )?.();
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  let ending: Promise<void> | undefined;
  return {
    get facts() {
      return facts;
    },
    lines: log.lines,
    ended,
    end: async () => (isOver ? undefined : (ending ??= end(child.pid, ended, { clock, machine }))),
  };
}

/** Some of what can be wrong with a program is thrown, the rest is told by an event. */
function tryToSpawn({ program, arguments: args, env }: CloudflaredStart, platform: string): ChildProcess | string {
  try {
    return spawn(program, [...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: platform !== "win32", // a group of its own: a Ctrl-C at the terminal reaches it through us alone
      windowsHide: true,
    });
  } catch (cause) {
    return systemCode(cause) ?? String(cause);
  }
}

/** After our sudden end, the next start finds it by this. */
async function remember(child: ChildProcess, start: CloudflaredStart, { machine, remember: keep }: TunnelSurroundings) {
  if (child.pid === undefined) return undefined;
  const [owner, started] = await Promise.all([
    seeProcess(machine.processId, machine.platform),
    seeProcess(child.pid, machine.platform),
  ]);
  if (owner === undefined || started === undefined) return undefined;
  const forget = await keep({ owner: numberOf(owner), started: numberOf(started), arguments: start.arguments }).catch(
    notKept,
  );
  return () => forget?.().catch(notKept);
}

/** Without its command line: ours may hold secrets. */
function numberOf({ processId, startedAt }: ProcessIdentity): ProcessIdentity {
  return { processId, startedAt };
}

/** A full or read-only disk: the tunnel works without, only a sudden end of ours would leave it behind. */
function notKept(): undefined {
  return undefined;
}

/** What it said may come after its end, and does not where something that it started holds the pipe open. */
const lastWordsMs = 500;

async function untilEnded(child: ChildProcess, { clock, machine }: TunnelSurroundings): Promise<number | string> {
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const status = await new Promise<number | string>((resolve) => {
    child.once("error", (cause) => child.pid === undefined && resolve(systemCode(cause) ?? cause.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "ended"));
  });
  if (child.pid === undefined) return status;
  await within(clock, lastWordsMs, closed);
  machine.signal(child.pid, "SIGKILL"); // to what it left behind, if it did
  return status;
}

async function end(
  processId: number | undefined,
  ended: Promise<unknown>,
  { clock, machine }: Pick<TunnelSurroundings, "clock" | "machine">,
): Promise<void> {
  if (processId === undefined) return void (await ended);
  machine.signal(processId, "SIGINT"); // once: cloudflared takes a second one for "at once"
  const over = ended.then(() => true);
  if ((await within(clock, patienceMs, over)) === true) return;
  machine.signal(processId, "SIGKILL");
  await over;
}
