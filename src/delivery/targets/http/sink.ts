import { limitText } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import type { Attempt } from "../../attempt.ts";
import { Deadlines, type Deadline } from "../../deadline.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { Target } from "../../target.ts";
import { success, type StatusRanges } from "../../statuses.ts";
import { answeredAttempt } from "./answer.ts";
import { answerText } from "./answer-text.ts";
import { openConnections, type Connections } from "./connection.ts";
import { exchange, type ExchangeOutcome } from "./exchange.ts";
import { failureOf } from "./failure.ts";
import { shownAnswer } from "./shown-answer.ts";
import { requestOf, type HttpRequest } from "./request.ts";
import type { AttemptOptions, Sink, SinkSurroundings } from "../sink.ts";

/**
 * Posts the event's bytes. Connections are kept alive, one pool for each origin; redirects are not followed, and
 * proxies named in the environment are not used, for handlers are near.
 */
export class HttpSink implements Sink {
  readonly #surroundings: SinkSurroundings;
  readonly #deadlines: Deadlines;
  readonly #origins = new Map<string, Connections>();
  readonly #inFlight = new Set<Promise<Attempt>>();

  constructor(surroundings: SinkSurroundings) {
    this.#surroundings = surroundings;
    this.#deadlines = new Deadlines(surroundings.clock);
  }

  async deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    const { clock, accepted = success } = this.#surroundings;
    const connectionsTo = (origin: string) => this.#connectionsTo(origin);
    const attempt = post(event, target, options, { connectionsTo, deadlines: this.#deadlines, clock, accepted });
    this.#inFlight.add(attempt);
    return attempt.finally(() => this.#inFlight.delete(attempt));
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
    this.#deadlines.close();
    await Promise.all([...this.#origins.values()].map((connections) => connections.destroy()));
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
  connectionsTo(origin: string): Connections;
}

async function post(
  event: OutgoingEvent,
  target: Target,
  options: AttemptOptions,
  surroundings: PostSurroundings,
): Promise<Attempt> {
  const request = requestOf(event, target);
  const startedAt = surroundings.clock.elapsed();
  const deadline = surroundings.deadlines.start(options);
  try {
    const ending = await send(request, deadline, surroundings);
    return toAttempt(
      ending,
      { event, request },
      {
        ...options,
        accepted: surroundings.accepted,
        durationMs: surroundings.clock.elapsed() - startedAt,
        startedAt,
      },
    );
  } finally {
    deadline.stop();
  }
}

/**
 * A kept connection that the handler closed meanwhile is noticed, as a rule, before anything is written. A request of
 * which nothing was written is sent again, once; one that was, never: the handler may have taken it, and crashed.
 */
async function send(
  request: HttpRequest,
  deadline: Deadline,
  surroundings: PostSurroundings,
): Promise<ExchangeOutcome> {
  const { pool } = surroundings.connectionsTo(request.origin);
  const ending = await exchange(pool, request, { clock: surroundings.clock, deadline });
  return isUnsent(ending) ? exchange(pool, request, { clock: surroundings.clock, deadline }) : ending;
}

function isUnsent(ending: ExchangeOutcome): boolean {
  if (ending.kind !== "broken" || ending.progress !== "unsent") return false;
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(systemCode(ending.cause) ?? "");
}

interface AttemptFacts {
  accepted: StatusRanges;
  startedAt: number;
  durationMs: number;
  timeoutMs: number;
}

function toAttempt(
  ending: ExchangeOutcome,
  { event, request }: { event: OutgoingEvent; request: HttpRequest },
  facts: AttemptFacts,
): Attempt {
  const { durationMs, startedAt, timeoutMs } = facts;
  switch (ending.kind) {
    case "answered": {
      const { status, encoding, contentType, answeredAt, location } = ending;
      const isAccepted = facts.accepted.some(({ from, to }) => status >= from && status <= to);
      const answer = answerText(ending.body, encoding);
      const body = { text: isAccepted ? answer : shownAnswer(answer, event, request), contentType };
      return answeredAttempt({ status, body, location }, isAccepted, answeredAt - startedAt);
    }
    case "timed out":
      return {
        outcome: "failed",
        reason: "timed out",
        detail: `no answer within ${limitText(timeoutMs)}`,
        durationMs,
      };
    case "cancelled":
      return { outcome: "failed", reason: "cancelled", detail: "ended by us before it was answered", durationMs };
    case "broken":
      return { outcome: "failed", ...failureOf(ending, request.host), durationMs };
  }
}
