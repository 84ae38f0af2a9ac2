import type { Clock } from "../clock.ts";
import type { Random } from "../random.ts";
import type { Released } from "./cloudflared/program/release.ts";
import type { TunnelProtocol } from "./protocols.ts";

/** A public way to this machine, of one kind. */
export interface TunnelProvider {
  /** Whether a header of this name, in lower case, is set by the tunnel itself on what it carries. */
  setsHeader(name: string): boolean;
  /**
   * Returns at once, and never throws: `events` tells how it goes. `localUrl` is what it leads to:
   * `http://127.0.0.1:4747`. The signal closes it.
   */
  open(localUrl: string, signal: AbortSignal): Tunnel;
}

export interface Tunnel {
  /** Where the world reaches the listener, without a slash at its end; undefined until it first does. */
  readonly url: string | undefined;
  readonly state: TunnelState;
  /** Why it does not stand, as far as that can be told already; undefined where it stands. */
  readonly trouble: TunnelTrouble | undefined;
  /** In their order, for one reader; they end once it is closed or has failed. */
  readonly events: AsyncIterable<TunnelEvent>;
  /** Where it goes on after this session: leads nobody here any more. Resolves when that is so. */
  withdraw?(): Promise<void>;
  /** May be called twice; resolves when nothing of it is left on this machine. */
  close(): Promise<void>;
}

export type TunnelState = "opening" | "up" | "lost" | "failed" | "closed";

export type TunnelEvent =
  /** For the first time, or under another address than before. */
  | { kind: "up"; url: string }
  | { kind: "lost" }
  /** Under the same address. */
  | { kind: "regained"; afterMs: number }
  /** It went on while nobody listened for so long, and so many calls were refused meanwhile. */
  | { kind: "resumed"; refused: number; afterMs: number }
  /** The address that comes next is another one than who listened before was told (whole, with its path); `why`, where that is known. */
  | { kind: "moved"; before: string; why?: string }
  /** This machine slept, and the tunnel with it. */
  | { kind: "slept"; forMs: number }
  /** It does not stand, and is tried again after so long. */
  | { kind: "retrying"; trouble: TunnelTrouble; inMs: number }
  /** What the user is to know, and goes on all the same. */
  | { kind: "warning"; trouble: TunnelTrouble }
  /** It does not stand, and waiting does not mend it. */
  | { kind: "failed"; trouble: TunnelTrouble };

/** What is wrong, in words of the tunnel's kind. */
export interface TunnelTrouble {
  /** Stable, upper case. */
  code: string;
  /** One sentence. */
  message: string;
  /** What to do next. */
  hint?: string;
  /** What the tunnel's program said last, where we know no better. */
  output?: readonly string[];
}

/** The options that a kind of tunnel can need. */
export type TunnelNeed = "publicUrl" | "tunnelToken";

/** Throws `HooksError` TUNNEL_PROGRAM_MISSING where what it needs is not on this machine. */
export type CreateTunnelProvider = (
  options: TunnelOptions,
  surroundings: TunnelSurroundings,
) => Promise<TunnelProvider>;

export interface TunnelOptions {
  /** Without a slash at its end. */
  publicUrl?: string;
  tunnelToken?: string;
  protocol: TunnelProtocol;
  /** The program that was asked for. */
  cloudflared?: string;
  settings: TunnelSettings;
}

/** What is as it is for every user, and otherwise in a test. Times in ms. */
export interface TunnelSettings {
  /** The DNS server that is asked whether the name is known: `1.1.1.1`, `127.0.0.1:5353`. */
  resolver: string;
  /** From the first connection to the first look at the name. */
  publicationMs: number;
  /** How long it may take until there is an address, until that is connected, and until a lost connection is back. */
  addressMs: number;
  connectMs: number;
  restartAfterMs: number;
  /** From one look at a connection that stands to the next. */
  pollMs: number;
  /** From one try to the next: after the first failure, the second, and so on. */
  waitsMs: readonly number[];
  /** The same for who was told to ask less: to ask again at once makes that last longer. */
  lateWaitsMs: readonly number[];
  /** A download of which nothing comes for so long is given up. */
  stallMs: number;
  /** What is fetched where it is not the release that is meant for every user. */
  released?: Released;
  /** How long a trial may take, and how long after its connection cloudflared's own checks of the network are waited for. */
  trialMs: number;
  checksMs: number;
  /** Where cloudflared looks for a configuration, whoever the user is. */
  configFolders: readonly string[];
}

/** What surrounds a tunnel. */
export interface TunnelSurroundings {
  clock: Clock;
  random: Random;
  machine: Machine;
  /** A folder of ours; made when something is first written. */
  folder: string;
  /** Keeps what was started until the returned function is called: what stays after our sudden end is then found. */
  remember(started: StartedProcess): Promise<() => Promise<void>>;
  /** Acts when this process ends, however it ends; the returned function forgets it. */
  atExit(act: () => void): () => void;
  /** Is given each line that the tunnel's program prints. */
  log?(line: string): void;
}

/** The machine as a tunnel's program finds it. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  /** As Node calls them: `linux`, `x64`. */
  platform: string;
  architecture: string;
  homeFolder: string;
  processId: number;
  /** To a process that leads a group and to all of that; nothing happens where it has gone. */
  signal(processId: number, signal: "SIGINT" | "SIGKILL"): void;
}

/** What tells a process from every other one, also after its number was given to another. */
export interface ProcessIdentity {
  processId: number;
  /** As the system tells it; only ever compared. */
  startedAt: string;
}

export interface StartedProcess {
  owner: ProcessIdentity;
  started: ProcessIdentity;
  /** The arguments that were given to it. */
  arguments: readonly string[];
}
