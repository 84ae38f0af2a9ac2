import { X509Certificate } from "node:crypto";
import type { Attempt } from "./attempt.ts";
import type { OutgoingEvent } from "./outgoing.ts";
import { noCertificate } from "./sentences.ts";
import type { Target } from "./target.ts";
import { kindNamed } from "./targets/table.ts";
import type { AttemptOptions, Sink, SinkSurroundings } from "./targets/sink.ts";

/** Brings events to targets of every kind. */
export interface Delivery {
  deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt>;
  /** Done when what is in flight is done. May be called twice. */
  close(): Promise<void>;
}

/** Throws BAD_VALUE where `ca` holds no certificate. */
export function createDelivery(surroundings: SinkSurroundings): Delivery {
  if (surroundings.ca !== undefined) checkCertificates(surroundings.ca);
  const opened = new Map<string, Promise<Sink>>();
  const open = (kind: string) => {
    const sink = opened.get(kind) ?? kindNamed(kind).openSink(surroundings);
    opened.set(kind, sink);
    return sink;
  };
  return {
    async deliver(event, target, options) {
      return (await open(target.address.kind)).deliver(event, target, options);
    },
    async close() {
      await Promise.all([...opened.values()].map(async (sink) => (await sink).close()));
    },
  };
}

/** Throws BAD_VALUE where a text holds no certificate in PEM. */
export function checkCertificates(pem: string): void {
  try {
    void new X509Certificate(pem);
  } catch (cause) {
    throw noCertificate(cause);
  }
}
