import { isLoopback } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import type { EventPatterns } from "../../events/index.ts";
import { whyUnwritable } from "../../fixtures/index.ts";
import { authentications, startListener, type RunningServer } from "../../listener/index.ts";
import { watchEnding } from "./ending.ts";
import { createForwarder } from "./forwarder.ts";
import type { ListenOptions, Surroundings } from "./options.ts";
import { openRecorder } from "./recorder.ts";
import { Reporter } from "./reporter.ts";
import { Session } from "./session.ts";

/** A listener that runs. */
export interface ListenSession {
  /** Where webhooks are taken, on this machine. */
  url: string;
  port: number;
  /** Sends the last event again to every target that takes it; its name, or undefined where none came yet. */
  replayLast(): string | undefined;
  /** Shows and forwards only these from now on. */
  filter(events: EventPatterns): void;
  /** Stops forwarding, or goes on with it. */
  togglePause(): void;
  /** Ends with the session, when all that is in flight is done. */
  ended: Promise<ListenResult>;
}

export interface ListenResult {
  /** By Ctrl-C or a request to end, rather than by itself. */
  interrupted: boolean;
  /** Whether a delivery failed or was not made. */
  failed: boolean;
  /** Whether what was waited for did not come. */
  missing: boolean;
}

/** For a whole body: what AppDirect itself waits (developer.appdirect.com/webhooks/webhookFAQ). */
const bodyTimeoutMs = 30_000;

/** Resolves once events can come. Throws what `startServer` throws, and TARGET_IS_LISTENER. */
export async function startListening(options: ListenOptions, surroundings: Surroundings): Promise<ListenSession> {
  const { clock, signal } = surroundings;
  const authentication = await authentications[options.authentication].load();
  const recorder = await openRecorder(options, surroundings);
  const reporter = new Reporter(options, surroundings);
  const forwarder = createForwarder({
    ...options,
    ...surroundings,
    ended: (forwarded) => reporter.forwarded(forwarded),
    waiting: (target) => reporter.waiting(target),
    dropped: (target, total) => reporter.dropped(target, total),
    leftOut: (target, places) => reporter.leftOut(target, places),
  });
  const watch = watchEnding(options.ending, clock, signal);
  const session = new Session({ options, clock, recorder, reporter, forwarder, watch });
  const server = await startListener({
    host: options.host,
    port: options.port,
    orFree: options.orFreePort,
    path: options.path,
    maxBodyBytes: options.maxBodyBytes,
    bodyTimeoutMs,
    clock,
    verify: (headers) => authentication.verify(headers, { token: options.token }),
    take: (received) => session.take(received),
    refused: (refusal) => reporter.refused(refusal),
    failed: (cause) => reporter.defect(cause),
    unconnected: (cause) => reporter.unconnected(cause),
  });
  await refuseLoop(options, server);
  watch.begin();
  const url = `${server.origin}${options.path ?? "/"}`;
  reporter.ready(url, server);
  const trouble = options.fixtures && (await whyUnwritable(options.fixtures));
  if (trouble) reporter.unwritable(trouble);
  return {
    url,
    port: server.port,
    replayLast: () => session.replayLast(),
    filter: (events) => session.filter(events),
    togglePause: () => session.togglePause(),
    ended: session.end(server, signal),
  };
}

/** An event that is forwarded to where it came in would go round for ever. */
async function refuseLoop({ targets }: ListenOptions, server: RunningServer): Promise<void> {
  const own = targets.find((target) => {
    return target.address.kind === "http" && isLoopback(target) && portOf(target.address.url) === server.port;
  });
  if (own === undefined) return;
  await server.close();
  const message = `The target ${own.name} is this listener itself, so every event would come round for ever.`;
  const hint = "Name the port of your handler, or move the listener with --port.";
  throw new HooksError("TARGET_IS_LISTENER", { message, hint });
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === "https:" ? 443 : 80);
}
