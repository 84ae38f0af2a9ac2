import { spawn, type ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { ProcessIdentity, TunnelSurroundings } from "../../provider.ts";
import { withLine, type LogFacts } from "./facts.ts";
import { seeProcess } from "./identity.ts";
import { Log } from "./log.ts";

export interface CloudflaredStart {
  program: string;
  arguments: readonly string[];
  env: Record<string, string>;
  /** What of that nobody may read. */
  secrets: readonly string[];
}

/** For what is in flight: it waits 4 s for that itself. */
const patienceMs = 5_000;

/** A cloudflared that runs. One that cannot be started has ended. */
export class RunningCloudflared {
  /** Resolves with its exit status, the signal that ended it, or the code of why it could not be started. */
  readonly ended: Promise<number | string>;
  readonly #surroundings: TunnelSurroundings;
  readonly #processId: number | undefined;
  readonly #log: Log;
  #facts: LogFacts = { isConnected: false };
  #isOver = false;
  #ending: Promise<void> | undefined;

  constructor(start: CloudflaredStart, surroundings: TunnelSurroundings) {
    this.#surroundings = surroundings;
    this.#log = new Log(start.secrets);
    const child = tryToSpawn(start, surroundings.machine.platform);
    this.#processId = typeof child === "string" ? undefined : child.pid;
    this.ended = typeof child === "string" ? Promise.resolve(child) : this.#follow(child, start);
    void this.ended.then(() => (this.#isOver = true));
  }

  /** What its log tells so far. */
  get facts(): LogFacts {
    return this.#facts;
  }

  /** Its last lines. */
  get lines(): readonly string[] {
    return this.#log.lines;
  }

  /** Asks it to end, and ends it where it does not within 5 s. May be called twice. */
  async end(): Promise<void> {
    if (!this.#isOver) await (this.#ending ??= end(this.#processId, this.ended, this.#surroundings));
  }

  async #follow(child: ChildProcess, start: CloudflaredStart): Promise<number | string> {
    const { machine, atExit } = this.#surroundings;
    for (const stream of [child.stdout, child.stderr]) if (stream !== null) this.#read(stream);
    const remembered = remember(child, start, this.#surroundings);
    const forgetExit = atExit(() => child.pid !== undefined && machine.signal(child.pid, "SIGKILL"));
    try {
      return await untilEnded(child, this.#surroundings);
    } finally {
      forgetExit();
      const forget = await remembered;
      await forget?.();
    }
  }

  #read(stream: Readable): void {
    const reader = this.#log.reader((line) => {
      this.#facts = withLine(this.#facts, line);
      this.#surroundings.log?.(line);
    });
    stream.on("data", (chunk: Buffer) => reader.take(chunk)).once("end", () => reader.end());
  }
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
