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
  readonly #opened = new Map<string, Promise<Sink>>();

  /** Throws BAD_VALUE where `trusted` holds no certificate. */
  constructor(surroundings: SinkSurroundings) {
    if (surroundings.trusted !== undefined) checkCertificates(surroundings.trusted.pem);
    this.#surroundings = surroundings;
  }

  async deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt> {
    return (await this.#open(target.address.kind)).deliver(event, target, options);
  }

  /** Done when what is in flight is done. May be called twice. */
  async close(): Promise<void> {
    await Promise.all([...this.#opened.values()].map(async (sink) => (await sink).close()));
  }

  #open(kind: string): Promise<Sink> {
    const sink = this.#opened.get(kind) ?? kindNamed(kind).openSink(this.#surroundings);
    this.#opened.set(kind, sink);
    return sink;
  }
}

/** Throws BAD_VALUE where a text holds no certificate in PEM. */
export function checkCertificates(pem: string): void {
  try {
    void new X509Certificate(pem);
  } catch (cause) {
    throw noCertificate(cause);
  }
}
