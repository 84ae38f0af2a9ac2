import { fstatSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { devNull, homedir, tmpdir, uptime } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { systemCode } from "./errors.ts";
import { outputUnwritable, readerHasGone } from "./write-failure.ts";

/** What the program finds around it. The only file that reads `process`; a test makes one of its own. */
export interface Host {
  /** Arguments after the program's name. */
  argv: readonly string[];
  /** The file that was started, as it was named. */
  programFile: string;
  /** The Node that runs it: with that file, what starts this program again. */
  nodeFile: string;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  platform: string;
  architecture: string;
  processId: number;
  /** Where there is none, a private folder in the temporary one; where that cannot be, a place below which nothing can. */
  homeFolder: string;
  /** Why nothing can be kept below the home folder: one sentence, without its full stop. */
  homeProblem?: string;
  temporaryFolder: string;
  stdin: HostInput;
  stdout: HostOutput;
  stderr: HostOutput;
  /**
   * Aborts when stdout takes nothing any more: quietly where its reader has gone (`| head`), with a `HooksError`
   * OUTPUT_UNWRITABLE as its reason where writing failed, as on a full disk.
   */
  outputClosed: AbortSignal;
  /** Whether another program reads stdout: by a pipe, or by a socket as Node gives its children. */
  outputIsPipe: boolean;
  /** Resolves when everything written has left, or could not. */
  flush(): Promise<void>;
  /** Aborts at the first Ctrl-C or request to end; from the first call on a second one ends the program at once. */
  interruption(): AbortSignal;
  /** From now until the returned function is called, Ctrl-C is for another program in the terminal, such as an editor. */
  lendInterrupts(): () => void;
  /** What a Ctrl-C does, for a terminal that hands it over as a key. */
  interrupt(): void;
  /**
   * What a Ctrl-Z does, for a terminal that hands it over as a key: stops the whole job, of npx too. Returns once it goes
   * on, and at once where no shell could let it go on, and on Windows.
   */
  suspend(): void;
  /** Acts each time that this process goes on after a stop; the returned function forgets it. */
  whenContinued(act: () => void): () => void;
  /**
   * Whether a process runs, and may have run at that moment: none of those from before this machine started does. Of a
   * negative number: whether anything of the group that this process led is left.
   */
  isAlive(processId: number, since?: Date): boolean;
  /** Acts when this process ends by itself or by a second Ctrl-C, without waiting; the returned function forgets it. */
  atExit(act: () => void): () => void;
  /**
   * To a process that leads a group and to all of that; nothing happens where it has gone. On Windows, which has no
   * signals, each ends the process and what it started at once.
   */
  signal(processId: number, signal: GroupSignal): void;
}

export type GroupSignal = "SIGINT" | "SIGTERM" | "SIGKILL";

export type HostInput = Readable & { isTTY?: boolean; setRawMode?(raw: boolean): unknown };
export type HostOutput = Writable & { isTTY?: boolean; columns?: number };

export function systemHost(): Host {
  const interruption = new Interruption();
  let found: Home | undefined;
  const home = () => (found ??= systemHome() ?? privateHome(tmpdir(), process.geteuid?.()));
  return {
    argv: process.argv.slice(2),
    programFile: process.argv[1] ?? "appdirect-hooks",
    nodeFile: process.execPath,
    env: process.env,
    cwd: process.cwd(),
    platform: process.platform,
    architecture: process.arch,
    processId: process.pid,
    get homeFolder() {
      return home().folder;
    },
    get homeProblem() {
      return home().problem;
    },
    temporaryFolder: tmpdir(),
    // Node makes this stream when it is first asked for, which takes time; most commands never ask.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    outputClosed: watchForClosedPipe(),
    get outputIsPipe() {
      const file = fstatSync(1);
      return file.isFIFO() || file.isSocket();
    },
    flush,
    interruption: () => interruption.watch(),
    lendInterrupts: () => interruption.lend(),
    interrupt: () => interruption.interrupt(),
    suspend() {
      if (process.platform !== "win32") process.kill(0, "SIGTSTP");
    },
    whenContinued(act) {
      process.on("SIGCONT", act);
      return () => void process.off("SIGCONT", act);
    },
    isAlive,
    atExit(act) {
      process.on("exit", act);
      return () => void process.off("exit", act);
    },
    signal: signalGroup,
  };
}

interface Home {
  folder: string;
  problem?: string;
}

/** Undefined where the user has none: some containers and runners name none, or one that is not there. */
function systemHome(): Home | undefined {
  try {
    const folder = homedir();
    return folder !== "/" && statSync(folder).isDirectory() ? { folder } : undefined;
  } catch (cause) {
    // ERR_SYSTEM_ERROR: the system does not know the user.
    if (systemCode(cause) === undefined) throw cause;
    return undefined;
  }
}

/**
 * Made at once and never taken from anybody else: others may write to the temporary folder too, and secrets are kept
 * here and programs run from here. Windows has no user ids.
 */
export function privateHome(temporaryFolder: string, userId: number | undefined): Home {
  if (userId === undefined) return noHome("there is no home folder");
  const folder = join(temporaryFolder, `appdirect-hooks-${userId}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (cause) {
    if (systemCode(cause) !== "EEXIST")
      return noHome(`there is no home folder, and ${folder} cannot be created (${systemCode(cause) ?? String(cause)})`);
  }
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const isPrivate = found?.isDirectory() && found.uid === userId && (found.mode & 0o777) === 0o700;
  if (isPrivate) return { folder };
  return noHome(`there is no home folder, and ${folder} is not a folder that only this user can open (mode 700)`);
}

function noHome(problem: string): Home {
  return { folder: devNull, problem };
}

function signalGroup(processId: number, signal: GroupSignal): void {
  if (process.platform === "win32") return endTree(processId);
  try {
    process.kill(-processId, signal);
  } catch (cause) {
    if (systemCode(cause) !== "ESRCH" && systemCode(cause) !== "EPERM") throw cause;
  }
}

/** Windows ends one process alone: what that started would live on. Waits for it, for our own end may be next. */
function endTree(processId: number): void {
  const { spawnSync } = process.getBuiltinModule("node:child_process"); // no other start needs it
  spawnSync("taskkill", ["/pid", String(processId), "/T", "/F"], { stdio: "ignore", windowsHide: true });
}

/** Calls back with what nothing caught: a defect of ours. */
export function onUncaught(report: (cause: unknown) => void): void {
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

/** Ends the program once everything written has left it. */
export async function exit(status: number): Promise<never> {
  await flush();
  process.exit(status);
}

async function flush(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(flushed));
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.destroyed || !stream.writable) return Promise.resolve();
  return new Promise((resolve) => stream.write("", () => resolve()));
}

function watchForClosedPipe(): AbortSignal {
  const closed = new AbortController();
  process.stdout.on("error", (cause) => closed.abort(readerHasGone(cause) ? undefined : outputUnwritable(cause)));
  // Without stderr there is nobody to tell.
  process.stderr.on("error", () => undefined);
  return closed.signal;
}

function isAlive(processId: number, since?: Date): boolean {
  if (since !== undefined && since.getTime() < Date.now() - uptime() * 1_000) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives and belongs to somebody else.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** 128 and the number of SIGINT: what a shell expects after a Ctrl-C that ended the program by force. */
const endedByInterrupt = 130;

class Interruption {
  readonly #controller = new AbortController();
  #watching = false;
  #isLent = false;

  watch(): AbortSignal {
    if (!this.#watching) {
      this.#watching = true;
      // SIGHUP: the terminal was closed. SIGBREAK: Ctrl-Break on Windows.
      for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => this.interrupt());
      for (const signal of ["SIGINT", "SIGBREAK"])
        process.on(signal, () => {
          if (!this.#isLent) this.interrupt();
        });
    }
    return this.#controller.signal;
  }

  lend(): () => void {
    this.watch(); // or a Ctrl-C would end us
    this.#isLent = true;
    return () => void (this.#isLent = false);
  }

  interrupt(): void {
    if (!this.#controller.signal.aborted) return this.#controller.abort();
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
    process.exit(endedByInterrupt);
  }
}
