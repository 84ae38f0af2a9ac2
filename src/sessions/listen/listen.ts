import { authentications } from "../../authentication/index.ts";
import type { Endpoint } from "../../endpoint.ts";
import { HooksError } from "../../errors.ts";
import type { EventPatterns } from "../../events/index.ts";
import { whyUnwritable } from "../../fixtures/index.ts";
import { landingPage, startListener, type RunningServer } from "../../listener/index.ts";
import { endSession, type ListenResult } from "./end-session.ts";
import { watchEnding } from "./ending.ts";
import { EventFilter } from "./filter.ts";
import { createForwarder } from "./forwarder.ts";
import type { ListenOptions, Surroundings } from "./options.ts";
import { openRecorder } from "./recording/recorder.ts";
import { Reporter } from "./reporter.ts";
import type { Session } from "./session.ts";
import { takeCall } from "./take-event.ts";

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

/** For a whole body: what AppDirect itself waits (developer.appdirect.com/webhooks/webhookFAQ). */
const bodyTimeoutMs = 30_000;

/** Resolves once events can come. Throws what `startServer` throws, and TARGET_IS_LISTENER. */
export async function startListening(options: ListenOptions, surroundings: Surroundings): Promise<ListenSession> {
  const session = await openSession(options, surroundings);
  const { reporter, forwarder, filter, watch } = session;
  const server = await startServing(session);
  await refuseLoop(options, server);
  watch.begin();
  const url = `${server.origin}${options.path ?? "/"}`;
  reporter.ready(url, server);
  const trouble = options.fixtures && (await whyUnwritable(options.fixtures));
  if (trouble) reporter.unwritable(trouble);
  return {
    url,
    port: server.port,
    replayLast: () => forwarder.forwardAgain(),
    filter: (events) => void (filter.events = events),
    togglePause: () => togglePause(session),
    ended: endSession(session, server, surroundings.signal),
  };
}

async function openSession(options: ListenOptions, surroundings: Surroundings): Promise<Session> {
  const { clock, signal } = surroundings;
  const authentication = await authentications[options.authentication].load();
  const acceptance = authentication.open(options.credentials, surroundings);
  const recorder = await openRecorder(options, surroundings);
  const reporter = new Reporter({ recorder, acceptance }, options, surroundings);
  return {
    options,
    clock,
    acceptance,
    recorder,
    filter: new EventFilter(options.events, options.targets),
    reporter,
    forwarder: createForwarder(options, surroundings, reporter),
    watch: watchEnding(options.ending, clock, signal),
  };
}

function startServing(session: Session): Promise<RunningServer> {
  const { options, clock, acceptance, reporter } = session;
  const { host, port, orFreePort: orFree, path, maxBodyBytes } = options;
  const webhooks: Endpoint = { method: "POST", path, take: (call) => takeCall(call, session) };
  return startListener({
    host,
    port,
    orFree,
    endpoints: [...acceptance.endpoints(path ?? "/"), webhooks, landingPage(path)],
    maxBodyBytes,
    bodyTimeoutMs,
    clock,
    refused: (refusal) => reporter.refused(refusal),
    failed: (cause) => reporter.defect(cause),
    unconnected: (cause) => reporter.unconnected(cause),
  });
}

function togglePause({ forwarder, reporter }: Session): void {
  if (forwarder.isPaused) forwarder.resume();
  else forwarder.pause();
  reporter.paused(forwarder.isPaused, forwarder.pending());
}

/** An event that is forwarded to where it came in would go round for ever. */
async function refuseLoop({ targets }: ListenOptions, server: RunningServer): Promise<void> {
  const own = targets.find(({ address }) => address.isListenerOn(server.port));
  if (own === undefined) return;
  await server.close();
  const message = `The target ${own.name} is this listener itself, so every event would come round for ever.`;
  const hint = "Name the port of your handler, or move the listener with --port.";
  throw new HooksError("TARGET_IS_LISTENER", { message, hint });
}
