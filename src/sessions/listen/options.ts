import type { Clock } from "../../clock.ts";
import type { AuthenticationName, Credentials } from "../../authentication/index.ts";
import type { HeldLimits, Processes, Target, TrustedCertificates } from "../../delivery/index.ts";
import type { EventPatterns, PayloadPath } from "../../events/index.ts";
import type { Random } from "../../random.ts";
import type { ProjectState } from "../../state/index.ts";
import type { TunnelProvider } from "../../tunnel/index.ts";
import type { Behind } from "../../listener/index.ts";
import type { NoticeListener } from "../notice.ts";

/** What `listen` was asked for, resolved. Times in ms, sizes in bytes. */
export interface ListenOptions {
  host: string;
  port: number;
  /** What asked for these, for messages; their flags. */
  named?: { host: string; port: string };
  /** Take a free port where this one is taken. */
  orFreePort: boolean;
  path?: string;
  /** Whether nobody is to learn the path from a recording. */
  pathIsSecret?: boolean;
  /** Where something else has the port, and hands over its calls. */
  behind?: Behind;
  /** What brings the world to the listener; without it only this machine reaches it. */
  tunnel?: ListenTunnel;
  authentication: AuthenticationName;
  credentials: Credentials;
  /** Those of them that were made just now and are to be shown. */
  made?: Credentials;
  /** Whether some of them were made for this project by an earlier session, and are not shown. */
  usesKept?: boolean;
  maxBodyBytes: number;
  /** The folder of fixtures, absolute; undefined keeps nothing. */
  fixtures?: string;
  redact: readonly PayloadPath[];
  /** Record what is redacted by its name or shape alone. */
  keepSecrets?: boolean;
  targets: readonly Target[];
  answerWithHandlers: boolean;
  events: EventPatterns;
  timeoutMs: number;
  skipVerify: boolean;
  trusted?: TrustedCertificates;
  /** What may wait for all targets; without it 32 MB of events and 16 MB of places. */
  heldLimits?: HeldLimits;
  ending: Ending;
}

export interface ListenTunnel {
  /** Its name in the table of kinds. */
  kind: string;
  provider: TunnelProvider;
  /** Where webhooks are taken, behind the address that the tunnel has. */
  publicPath: string;
  /** The address that it has every time (--public-url); undefined where it gets one. */
  ownAddress?: string;
  /** Whether something of which we know nothing leads from there to the listener. */
  isLedByOthers?: boolean;
  /** Ends the session when there was no tunnel for so long. */
  exitAfterMs?: number;
  /** It goes on for so long after the session, for the next one. */
  keptForMs?: number;
}

/** What ends a session by itself. */
export interface Ending {
  count?: number;
  untilEvent?: EventPatterns;
  afterMs?: number;
}

/** What surrounds a session. */
export interface ListenSurroundings {
  clock: Clock;
  random: Random;
  /** Of the commands that are started. */
  env: Readonly<Record<string, string | undefined>>;
  /** Ends them. */
  processes: Processes;
  processId: number;
  /** Whether a process runs, and may have run at that moment. */
  isAlive(processId: number, since?: Date): boolean;
  /** Where to keep the journal and what runs; undefined keeps neither. */
  state?: ProjectState;
  /** Who is shown what the session says; whoever opened them closes them. */
  views: readonly NoticeListener[];
  /** Ends the session. */
  signal: AbortSignal;
}
