import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** What was asked on one connection. */
interface Conversation {
  /** Undefined once it has come whole and is answered: a kept connection must not keep a body. */
  latest?: IncomingMessage;
  unanswered: Set<ServerResponse>;
  whenAnswered: (() => void)[];
}

/** The requests that have not been answered yet. */
export class InFlight {
  readonly #requests = new Map<ServerResponse, IncomingMessage>();
  readonly #conversations = new WeakMap<Duplex, Conversation>();
  #whenNone: (() => void) | undefined;

  add(request: IncomingMessage, response: ServerResponse): void {
    this.#requests.set(response, request);
    response.once("close", () => this.#answered(response));
    const conversation = this.#conversation(request);
    conversation.latest = request;
    conversation.unanswered.add(response);
  }

  /** Whether the latest request on this connection has not come whole. */
  isMidway(connection: Duplex): boolean {
    return this.#conversations.get(connection)?.latest?.complete === false;
  }

  /** Acts once everything asked on this connection is answered, or the connection has ended; at once where that is so. */
  whenAnswered(connection: Duplex, act: () => void): void {
    const conversation = this.#conversations.get(connection);
    if (conversation === undefined || conversation.unanswered.size === 0) act();
    else conversation.whenAnswered.push(act);
  }

  /** Acts once everything asked before the latest request on this connection is answered; at once where that is so. */
  whenEarlierAnswered(connection: Duplex, act: () => void): void {
    const { latest, unanswered = [] } = this.#conversations.get(connection) ?? {};
    const earlier = [...unanswered].findLast((response) => this.#requests.get(response) !== latest);
    if (earlier === undefined) act();
    else earlier.once("close", act); // answers go out in their order
  }

  /** Resolves when there are none. Their senders learn that the connection is not kept. */
  none(): Promise<void> {
    if (this.#requests.size === 0) return Promise.resolve();
    for (const response of this.#requests.keys()) response.shouldKeepAlive = false;
    return new Promise((resolve) => (this.#whenNone = resolve));
  }

  drop(): void {
    for (const request of this.#requests.values()) if (!request.complete) request.destroy();
  }

  #conversation(request: IncomingMessage): Conversation {
    const known = this.#conversations.get(request.socket);
    if (known !== undefined) return known;
    const unanswered = new Set<ServerResponse>();
    const conversation: Conversation = { latest: request, unanswered, whenAnswered: [] };
    this.#conversations.set(request.socket, conversation);
    // What waits behind an answer after which the connection ends gets no end of its own.
    request.socket.once("close", () => unanswered.forEach((response) => this.#answered(response)));
    return conversation;
  }

  #answered(response: ServerResponse): void {
    const request = this.#requests.get(response);
    if (request === undefined) return;
    this.#requests.delete(response);
    const conversation = this.#conversation(request);
    const { unanswered, whenAnswered } = conversation;
    unanswered.delete(response);
    if (unanswered.size === 0 && request.complete) delete conversation.latest;
    if (unanswered.size === 0) for (const act of whenAnswered.splice(0)) act();
    if (this.#requests.size === 0) this.#whenNone?.();
  }
}
