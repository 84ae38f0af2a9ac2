import { authentications, type Presenter } from "../../authentication/index.ts";
import type { Clock } from "../../clock.ts";
import {
  parseTarget,
  type Attempt,
  type Delivery,
  type Target,
  type TrustedCertificates,
} from "../../delivery/index.ts";
import { untilAborted } from "../../waiting.ts";
import type { Network } from "./network.ts";
import type { Webhook } from "./webhook.ts";

export interface PostingOptions {
  /** For a whole answer; 0 waits for ever. */
  timeoutMs: number;
  skipVerify?: boolean;
  trusted?: TrustedCertificates;
}

export interface PostingSurroundings {
  /** The marketplace's: by it access tokens expire. */
  clock: Clock;
  /** By it who issues them has its time. */
  realClock: Clock;
  delivery: Delivery;
  network: Network;
}

/** An event as it is posted. */
export interface PostedEvent {
  event: string;
  uuid: string;
  /** Its payload as JSON. */
  body: string;
}

interface Caller {
  webhook: Webhook;
  target: Target;
  presenter: Presenter;
}

/** Posts events to webhooks as AppDirect does, each with the authentication that it has. */
export class Posting {
  readonly #options: PostingOptions;
  readonly #surroundings: PostingSurroundings;
  readonly #callers = new Map<string, Caller>();

  constructor(options: PostingOptions, surroundings: PostingSurroundings) {
    this.#options = options;
    this.#surroundings = surroundings;
  }

  /** One try. A token step that fails is a failed attempt: developer.appdirect.com/webhooks/webhookFAQ */
  async post(posted: PostedEvent, webhook: Webhook, signal: AbortSignal): Promise<Attempt> {
    const { realClock, delivery, network } = this.#surroundings;
    const began = realClock.elapsed();
    if (network.isDown()) return networkDown;
    const { target, presenter } = await this.#callerFor(webhook);
    const presented = (await untilAborted(presenter.headersFor([]), signal)) ?? { failure: "stopped" };
    if (!Array.isArray(presented)) return noToken(presented.failure, realClock.elapsed() - began);
    const { event, uuid, body } = posted;
    const headers = [contentType, ...presented.map(({ name, value }) => [name, value] as const)];
    const outgoing = { event, uuid, query: "", headers, body: Buffer.from(body), fixtureText: () => body };
    const { timeoutMs } = this.#options;
    const attempt = await delivery.deliver(
      { ...outgoing, hiddenTexts: () => presented.map(({ value }) => value) },
      target,
      { timeoutMs, signal },
    );
    if (attempt.outcome === "rejected" && attempt.words.status === 401) presenter.refused();
    return attempt;
  }

  /** Made once for each webhook, for it keeps the access token; anew where the webhook was changed. */
  async #callerFor(webhook: Webhook): Promise<Caller> {
    const known = this.#callers.get(webhook.id);
    if (known?.webhook === webhook) return known;
    const { skipVerify, trusted } = this.#options;
    const { scheme, credentials, tokenUrl } = webhook.authentication;
    const { clock, realClock } = this.#surroundings;
    const { present } = await authentications[scheme].load();
    const presenter = present(credentials, { clock, realClock, tokenUrl, skipVerify, trusted: trusted?.pem });
    const caller = { webhook, target: parseTarget(webhook.url), presenter };
    this.#callers.set(webhook.id, caller);
    return caller;
  }
}

/** Inferred: the documentation says JSON, and names no header. */
const contentType = ["content-type", "application/json"] as const;

const networkDown: Attempt = {
  outcome: "failed",
  reason: "unreachable",
  detail: "the simulated network is down (--outage)",
  durationMs: 0,
};

function noToken(failure: string, durationMs: number): Attempt {
  return { outcome: "failed", reason: "no access token", detail: `no access token: ${failure}`, durationMs };
}
