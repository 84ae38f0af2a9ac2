import { X509Certificate } from "node:crypto";
import type { Attempt } from "./attempt.ts";
import type { OutgoingEvent } from "./outgoing.ts";
import { noCertificate } from "./sentences.ts";
import type { Target } from "./target.ts";
import { kindNamed } from "./targets/table.ts";
import type { AttemptOptions, Sink, SinkSurroundings } from "./targets/sink.ts";

/** Brings events to targets of every kind. */
export class Delivery {
  readonly #surroundings: SinkSurroundings;
  readonly #opening = new Map<string, Promise<Sink>>();
  readonly #opened = new Map<string, Sink>();

  /** Throws BAD_VALUE where `trusted` holds no certificate. */
  constructor(surroundings: SinkSurroundings) {
    if (surroundings.trusted !== undefined) checkCertificates(surroundings.trusted.pem);
    this.#surroundings = surroundings;
  }

  deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    const { kind } = target.address;
    const sink = this.#opened.get(kind);
    return sink === undefined ? this.#deliverFirst(event, target, options) : sink.deliver(event, target, options);
  }

  /** Done when what is in flight is done. May be called twice. */
  async close(): Promise<void> {
    await Promise.all([...this.#opening.values()].map(async (sink) => (await sink).close()));
  }

  async #deliverFirst(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    const { kind } = target.address;
    const opening = this.#opening.get(kind) ?? kindNamed(kind).openSink(this.#surroundings);
    this.#opening.set(kind, opening);
    const sink = await opening;
    this.#opened.set(kind, sink);
    return sink.deliver(event, target, options);
  }
}

/** Begins to load what brings events to these targets, while there is something else to wait for. */
export function preloadSinks(targets: readonly Target[]): void {
  for (const kind of new Set(targets.map(({ address }) => address.kind))) kindNamed(kind).preload?.();
}

/** Throws BAD_VALUE where a text holds no certificate in PEM. */
export function checkCertificates(pem: string): void {
  try {
    void new X509Certificate(pem);
  } catch (cause) {
    throw noCertificate(cause);
  }
}
