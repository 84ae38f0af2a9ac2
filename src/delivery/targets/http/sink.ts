import { limitText } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { Attempt } from "../../attempt.ts";
import { Deadlines, type Deadline } from "../../deadline.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { Target } from "../../target.ts";
import { success, type StatusRanges } from "../../statuses.ts";
import { answeredAttempt } from "./answer.ts";
import { answerText } from "./answer-text.ts";
import { openConnections, type Connections } from "./connection.ts";
import { exchange, type ExchangeOutcome } from "./exchange.ts";
import { failureOf, mayBeTls } from "./failure.ts";
import { shownAnswer } from "./shown-answer.ts";
import { requestOf, type HttpRequest } from "./request.ts";
import { speaksTls } from "./speaks-tls.ts";
import type { AttemptOptions, Sink, SinkSurroundings } from "../sink.ts";

/**
 * Posts the event's bytes. Connections are kept alive, one pool for each origin; redirects are not followed, and
 * proxies named in the environment are not used, for handlers are near.
 */
export class HttpSink implements Sink {
  readonly #surroundings: SinkSurroundings;
  readonly #deadlines: Deadlines;
  /** The same for every event. */
  readonly #posting: PostSurroundings;
  readonly #origins = new Map<string, Connections>();
  #inFlight = 0;
  #last: { event: OutgoingEvent; target: Target; request: HttpRequest } | undefined;
  /** Who waits for nothing to be in flight. */
  readonly #waiting: (() => void)[] = [];

  constructor(surroundings: SinkSurroundings) {
    this.#surroundings = surroundings;
    this.#deadlines = new Deadlines(surroundings.clock);
    const { clock, accepted = success, trusted } = surroundings;
    this.#posting = {
      connectionsTo: (origin) => this.#connectionsTo(origin),
      plain: new Set(),
      deadlines: this.#deadlines,
      trustedFile: trusted?.file,
      clock,
      accepted,
      ended: () => this.#ended(),
      requestFor: (event, target) => this.#requestFor(event, target),
    };
  }

  deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    this.#inFlight += 1;
    return post(event, target, options, this.#posting);
  }

  async close(): Promise<void> {
    if (this.#inFlight > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#deadlines.close();
    await Promise.all([...this.#origins.values()].map((connections) => connections.destroy()));
  }

  /** An event may be sent many times. */
  #requestFor(event: OutgoingEvent, target: Target): HttpRequest {
    const last = this.#last;
    if (last?.event === event && last.target === target) return last.request;
    const request = requestOf(event, target);
    this.#last = { event, target, request };
    return request;
  }

  #ended(): void {
    this.#inFlight -= 1;
    if (this.#inFlight === 0) for (const tell of this.#waiting.splice(0)) tell();
  }

  #connectionsTo(origin: string): Connections {
    const connections = this.#origins.get(origin) ?? openConnections(origin, this.#surroundings);
    this.#origins.set(origin, connections);
    return connections;
  }
}

interface PostSurroundings extends Pick<SinkSurroundings, "clock"> {
  deadlines: Deadlines;
  accepted: StatusRanges;
  trustedFile?: string;
  /** Origins that answered before, or spoke no TLS when they were asked: what breaks there is no question of https. */
  plain: Set<string>;
  connectionsTo(origin: string): Connections;
  /** Throws a TypeError for a target that is no URL. */
  requestFor(event: OutgoingEvent, target: Target): HttpRequest;
  /** Called once for each, however it ended. */
  ended(): void;
}

async function post(
  event: OutgoingEvent,
  target: Target,
  options: AttemptOptions,
  surroundings: PostSurroundings,
): Promise<Attempt> {
  const startedAt = surroundings.clock.elapsed();
  const deadline = surroundings.deadlines.start(options);
  try {
    const request = surroundings.requestFor(event, target);
    const { pool } = surroundings.connectionsTo(request.origin);
    const parts = { clock: surroundings.clock, deadline };
    let ending = await exchange(pool, request, parts);
    if (isUnsent(ending)) ending = await exchange(pool, request, parts);
    const { accepted, plain, trustedFile } = surroundings;
    if (ending.kind === "answered") {
      plain.add(request.origin);
      return answered(ending, { event, request }, { accepted, startedAt });
    }
    const durationMs = surroundings.clock.elapsed() - startedAt;
    const wantsTls = await isTlsInstead(ending, request, { ...surroundings, deadline });
    return unanswered(ending, request, { ...options, trustedFile, durationMs, wantsTls });
  } finally {
    deadline.stop();
    surroundings.ended();
  }
}

const handshakeMs = 500;

/**
 * Whether plain HTTP went where TLS is spoken; of such a server a closed connection is all that is seen. Each origin is
 * asked once, so that a handler that crashes again and again is not kept waiting.
 */
async function isTlsInstead(
  ending: Unanswered,
  { origin }: HttpRequest,
  { clock, plain, deadline }: Pick<PostSurroundings, "clock" | "plain"> & { deadline: Deadline },
): Promise<boolean> {
  if (ending.kind !== "broken" || plain.has(origin) || !mayBeTls(ending) || deadline.over !== undefined) return false;
  const url = new URL(origin);
  if (url.protocol !== "http:") return false;
  const over = new AbortController();
  deadline.onOver(() => over.abort());
  try {
    const isTls = (await within(clock, handshakeMs, speaksTls(url, over.signal))) ?? false;
    if (!isTls && !over.signal.aborted) plain.add(origin);
    return isTls;
  } finally {
    over.abort();
  }
}

/**
 * A kept connection that the handler closed meanwhile is noticed, as a rule, before anything is written. A request of
 * which nothing was written is sent again, once; one that was, never: the handler may have taken it, and crashed.
 */
function isUnsent(ending: ExchangeOutcome): boolean {
  if (ending.kind !== "broken" || ending.progress !== "unsent") return false;
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(systemCode(ending.cause) ?? "");
}

type Answered = Extract<ExchangeOutcome, { kind: "answered" }>;
type Unanswered = Exclude<ExchangeOutcome, Answered>;

function answered(
  { status, encoding, contentType, answeredAt, location, body }: Answered,
  { event, request }: { event: OutgoingEvent; request: HttpRequest },
  { accepted, startedAt }: { accepted: StatusRanges; startedAt: number },
): Attempt {
  const isAccepted = accepted.some(({ from, to }) => status >= from && status <= to);
  const answer = answerText(body, encoding);
  const shownBody = () => shownAnswer(answer, event, request);
  const reply = { status, body: { text: isAccepted ? answer : shownBody(), contentType }, location, shownBody };
  return answeredAttempt(reply, isAccepted, answeredAt - startedAt);
}

interface AttemptFacts {
  durationMs: number;
  timeoutMs: number;
  trustedFile?: string;
  wantsTls: boolean;
}

function unanswered(ending: Unanswered, request: HttpRequest, facts: AttemptFacts): Attempt {
  const { durationMs, timeoutMs } = facts;
  switch (ending.kind) {
    case "timed out":
      return {
        outcome: "failed",
        reason: "timed out",
        detail: `no answer within ${limitText(timeoutMs)}`,
        durationMs,
      };
    case "cancelled":
      return { outcome: "failed", reason: "cancelled", detail: "stopped before the answer came", durationMs };
    case "broken":
      return { outcome: "failed", ...failureOf(ending, whereItBroke(request, facts)), durationMs };
  }
}

function whereItBroke({ host, origin }: HttpRequest, { trustedFile, wantsTls }: AttemptFacts) {
  return { host, trustedFile, isTls: origin.startsWith("https:"), speaksTls: wantsTls };
}
