import type { Clock } from "../../clock.ts";
import type { Processes } from "../../delivery/index.ts";
import type { EventPatterns } from "../../events/index.ts";
import type { MarketplaceNotice, ServedMarketplaceOptions, ShownWebhook } from "../../marketplace/simulator/index.ts";
import type { Random } from "../../random.ts";

/** What `simulate` was asked for, resolved. Times in ms. */
export interface SimulateOptions extends Omit<ServedMarketplaceOptions, "shuffleMs"> {
  /** Life cycles, in turn; none where `events` alone says what happens. */
  scenarios: readonly string[];
  events: EventPatterns;
  /** How many events happen; without end where it is left out. */
  count?: number;
  perSecond: number;
  /** Whether events overtake each other. */
  shuffle: boolean;
  /** The file that keeps webhooks and event log, absolute; in memory where it is left out. */
  stateFile?: string;
  /** Whether the secret of `apiClient` may be shown: it was not given. */
  showsSecret: boolean;
}

export interface SimulateSurroundings {
  clock: Clock;
  /** For ids, which a state file keeps beside those of other runs, and for what networks do. */
  random: Random;
  /** Makes up what happens; seeded, that is the same in each run, whoever asks the API for what meanwhile. */
  story: Random;
  env: Readonly<Record<string, string | undefined>>;
  processes: Processes;
  processId: number;
  isAlive(processId: number): boolean;
  notify(notice: SimulateNotice): void;
  /** Ends it. */
  signal: AbortSignal;
}

/** What a simulated marketplace says from its start to its end. */
export type SimulateNotice = SimulateReadyNotice | NobodyNotice | MarketplaceNotice | SimulateEndNotice;

export interface SimulateReadyNotice {
  kind: "ready";
  url: string;
  processId: number;
  /** Of the API; its secret only where nobody gave it. */
  clientId: string;
  clientSecret?: string;
  /** Whether others than this machine reach the API, and know the secret. */
  isOpen: boolean;
  webhooks: readonly ShownWebhook[];
  /** Taken up from an earlier run. */
  pending: number;
  /** The same of a webhook that is not there in this run: they wait for one in which it is. */
  waiting: number;
  stateFile?: string;
  /** Where another program has the port that it would have by default; it took a free one. */
  instead?: { taken: number; port: number };
}

/** There is no webhook yet: nothing happens until there is one. */
export interface NobodyNotice {
  kind: "nobody";
}

export interface SimulateEndNotice extends SimulateResult {
  kind: "end";
  durationMs: number;
  stateFile?: string;
}

/** Of the events that happened in this run; each counts once for each webhook. */
export interface SimulateResult {
  /** Events, whoever got them. */
  happened: number;
  delivered: number;
  /** Given up. */
  failed: number;
  /** Still to be tried again. */
  pending: number;
  /** Whether it was stopped from outside. */
  interrupted: boolean;
}
