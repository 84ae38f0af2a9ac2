import { authentications } from "../../authentication/index.ts";
import type { Endpoint } from "../../endpoint.ts";
import type { EventPatterns } from "../../events/index.ts";
import { whyUnwritable } from "../../fixtures/index.ts";
import { landingPage, startListener, type Refusal, type RunningServer } from "../../listener/index.ts";
import { untilAborted } from "../../waiting.ts";
import type { ReadyNotice } from "../notice.ts";
import { targetIsListener } from "../sentences.ts";
import { endSession, type ListenResult } from "./end-session.ts";
import { EndingWatch } from "./ending.ts";
import { EventFilter } from "./filter.ts";
import { Forwarder, type ResentDeliveries } from "./forwarder.ts";
import { openPlaces } from "./open-places.ts";
import type { ListenOptions, ListenTunnel, ListenSurroundings } from "./options.ts";
import { PublicAddress } from "./public-address.ts";
import { lookBack } from "./recording/look-back.ts";
import { openRecorder } from "./recording/recorder.ts";
import { urlOf, type Session } from "./session.ts";
import { refuse, takeCall } from "./take-event.ts";
import { Telling } from "./telling/telling.ts";
import { withTokenPlace } from "./token-place.ts";

/** A listener that runs. */
export class ListenSession {
  /** Ends with the session, when all that is in flight is done. */
  readonly ended: Promise<ListenResult>;
  readonly #session: Session;

  constructor(session: Session, ended: Promise<ListenResult>) {
    this.#session = session;
    this.ended = ended;
  }

  /** Where webhooks are taken: the public address as it is now, if there is one. */
  get url(): string {
    return urlOf(this.#session);
  }

  /** Sends the last event again to every target that takes it; its name, or undefined where none came yet. */
  replayLast(): string | undefined {
    return this.#session.forwarder.forwardAgain();
  }

  /** Sends again what failed and was not delivered later, each event to where it failed. */
  resendFailed(): ResentDeliveries {
    return this.#session.forwarder.forwardFailed();
  }

  /** Shows and forwards only these from now on. */
  filter(events: EventPatterns): void {
    this.#session.filter.events = events;
  }

  /** Which are shown and forwarded now. */
  get events(): EventPatterns {
    return this.#session.filter.events;
  }

  get isPaused(): boolean {
    return this.#session.forwarder.isPaused;
  }

  /** Stops forwarding, or goes on with it. */
  togglePause(): void {
    const { forwarder, telling } = this.#session;
    if (forwarder.isPaused) forwarder.resume();
    else forwarder.pause();
    telling.tell({ kind: "paused", paused: forwarder.isPaused, waiting: forwarder.pending() });
  }
}

/** For a whole body: what AppDirect itself waits (developer.appdirect.com/webhooks/webhookFAQ). */
const bodyTimeoutMs = 30_000;

/**
 * Resolves once events can come, or once it is to end before they could. Throws what `startServer` throws,
 * TARGET_IS_LISTENER, and TUNNEL_UNAVAILABLE.
 */
export async function startListening(options: ListenOptions, surroundings: ListenSurroundings): Promise<ListenSession> {
  const session = await openSession(options, surroundings);
  const server = await startServing(session);
  await refuseLoop(options, server);
  session.local = `${server.origin}${options.path ?? "/"}`;
  const readEarlierFiles = await knowEarlier(session, surroundings);
  const ended = endSession(session, server, surroundings.signal);
  const isReady = await becomeReady(session, server);
  const { failure } = isReady ? {} : await ended;
  if (failure !== undefined) throw failure.cause;
  void readEarlierFiles();
  return new ListenSession(session, ended);
}

/** Resolves with what is still to be read of earlier sessions, when there is time for it. */
async function knowEarlier(
  { options, recorder, watch, telling }: Session,
  { clock, state }: ListenSurroundings,
): Promise<() => Promise<void>> {
  const { fixtures: folder } = options;
  const { earlier } = recorder;
  if (folder === undefined || earlier === undefined) return () => Promise.resolve();
  const { readFiles } = await lookBack(earlier, { folder, state, clock, signal: watch.over });
  return () => readFiles().catch((cause: unknown) => telling.tell({ kind: "warning", about: "defect", cause }));
}

/** Says so once events can come: at the public address, where there is one. False where the session ends before that. */
async function becomeReady(session: Session, server: RunningServer): Promise<boolean> {
  const { options, telling, watch, local } = session;
  telling.tell({ kind: "listening", local, port: server.port });
  watch.begin();
  const url = options.tunnel === undefined ? local : await openPublicAddress(session, options.tunnel, server);
  if (url === undefined) return false;
  watch.ready();
  const isAsBefore = session.publicAddress?.isAsBefore ?? false;
  telling.ready(url, local, { isAsBefore, instead: insteadOf(options, server) });
  warnOfOthers(session, server);
  const { recovered: files } = session.recorder;
  if (files.length > 0) telling.tell({ kind: "warning", about: "recovered", files });
  const trouble = options.fixtures && (await whyUnwritable(options.fixtures));
  if (trouble) telling.tell({ kind: "warning", about: "folder unwritable", reason: trouble });
  return true;
}

/** What a gate has was taken by whoever opened that. */
function insteadOf({ port: taken, behind }: ListenOptions, { port }: RunningServer): ReadyNotice["instead"] {
  return behind !== undefined || taken === 0 || taken === port ? undefined : { taken, port };
}

/** Of a tunnel that we open the lines of its address tell the same. */
function warnOfOthers({ options, telling }: Session, { origin }: RunningServer): void {
  const { tunnel } = options;
  const told = tunnel?.isLedByOthers ? options : { ...options, tunnel: undefined };
  const places = openPlaces(told, origin.replace("http://", ""));
  if (places.length > 0) telling.tell({ kind: "warning", about: "open to others", places });
}

/** Undefined where the session is to end before there is one. */
function openPublicAddress(
  session: Session,
  tunnel: ListenTunnel,
  { reachedAt }: RunningServer,
): Promise<string | undefined> {
  const { clock, watch, telling, acceptance } = session;
  session.publicAddress = new PublicAddress(tunnel, reachedAt, {
    clock,
    notify: (notice) => telling.tell(withTokenPlace(notice, acceptance)),
    fail: (cause) => watch.fail(cause),
    signal: watch.over,
  });
  return untilAborted(session.publicAddress.first, watch.over);
}

async function openSession(options: ListenOptions, surroundings: ListenSurroundings): Promise<Session> {
  const { clock, signal } = surroundings;
  const authentication = await authentications[options.authentication].load();
  const acceptance = authentication.open(options.credentials, surroundings);
  const { tunnel, path, pathIsSecret = false } = options;
  const hidden = () => [
    ...(pathIsSecret && path !== undefined ? [path] : []),
    ...(tunnel?.provider.setsHeader("host") === true ? (session.publicAddress?.hostnames ?? []) : []),
  ];
  const recorder = await openRecorder(options, hidden, surroundings);
  const telling = new Telling({ recorder, acceptance }, options, surroundings);
  const session: Session = {
    options,
    clock,
    acceptance,
    isSetByTunnel: (name) => tunnel?.provider.setsHeader(name) ?? false,
    recorder,
    filter: new EventFilter(options.events, options.targets),
    telling,
    forwarder: new Forwarder(options, surroundings, (notice) => telling.tell(notice)),
    watch: new EndingWatch(options.ending, clock, signal),
    local: "",
  };
  return session;
}

function startServing(session: Session): Promise<RunningServer> {
  const { options, clock, acceptance, telling } = session;
  const { host, port, named, orFreePort: orFree, behind, path, maxBodyBytes } = options;
  const refused = (refusal: Refusal) => void refuse(refusal, session);
  const webhooks: Endpoint = { method: "POST", path, take: (call) => takeCall(call, session) };
  return startListener({
    host,
    port,
    ...(named && { named }),
    orFree,
    ...(behind && { behind }),
    endpoints: [...acceptance.endpoints(path ?? "/", refused), webhooks, landingPage(path)],
    maxBodyBytes,
    bodyTimeoutMs,
    clock,
    refused,
    failed: (cause) => telling.tell({ kind: "warning", about: "defect", cause }),
    unconnected: (cause) => telling.tell({ kind: "warning", about: "not connected", cause }),
  });
}

async function refuseLoop({ targets }: ListenOptions, server: RunningServer): Promise<void> {
  const own = targets.find(({ address }) => address.isListenerOn(server.port));
  if (own === undefined) return;
  await server.close();
  throw targetIsListener(own.name);
}
