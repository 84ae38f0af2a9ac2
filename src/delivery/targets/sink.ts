import type { Clock } from "../../clock.ts";
import type { Attempt } from "../attempt.ts";
import type { OutgoingEvent } from "../outgoing.ts";
import type { StatusRanges } from "../statuses.ts";
import type { Target } from "../target.ts";

/** What carries an event to one kind of target. */
export interface Sink {
  /** One try. Never rejects because of the target: what it does is in the attempt. */
  deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt>;
  /** Done when what is in flight is done; end that first through its signal, or wait. May be called twice. */
  close(): Promise<void>;
}

export interface AttemptOptions {
  /** 0 waits for ever. */
  timeoutMs: number;
  /** Ends the attempt as `cancelled`. */
  signal?: AbortSignal;
}

/** What sinks are made with. */
export interface SinkSurroundings {
  clock: Clock;
  /** Of the commands that are started. */
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the commands that are started. */
  processes: Processes;
  /** Takes any TLS certificate. */
  skipVerify?: boolean;
  /** Which HTTP statuses count as success; 200 to 299 unless told otherwise. */
  accepted?: StatusRanges;
  trusted?: TrustedCertificates;
  /** How many deliveries are made at once at most, where that is known: no more connections are opened. */
  atOnce?: number;
}

/** Certificates that are trusted beside the well-known ones. */
export interface TrustedCertificates {
  pem: string;
  /** Where they stand, as it was named. */
  file: string;
}

/** What reaches processes, each with all that it started. */
export interface Processes {
  /** As Node calls it: `linux`, `win32`. */
  platform: string;
  /** To a process that leads a group and to all of that; nothing happens where it has gone. */
  signal(processId: number, signal: "SIGTERM" | "SIGKILL"): void;
  /** Of a negative number: whether anything of the group that this process led is left. */
  isAlive(processId: number): boolean;
  /** Acts when our own process ends, without waiting; the returned function forgets it. */
  atExit(act: () => void): () => void;
}
