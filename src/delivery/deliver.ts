import { X509Certificate } from "node:crypto";
import { HooksError } from "../errors.ts";
import type { Attempt } from "./attempt.ts";
import type { OutgoingEvent } from "./outgoing.ts";
import { sinks, type AttemptOptions, type Sink, type SinkName, type SinkSurroundings } from "./targets/table.ts";
import type { Target } from "./target.ts";

/** Brings events to targets of every kind. */
export interface Delivery {
  deliver(event: OutgoingEvent, target: Target, options: AttemptOptions): Promise<Attempt>;
  /** Done when what is in flight is done. May be called twice. */
  close(): Promise<void>;
}

/** Throws BAD_VALUE where `ca` holds no certificate. */
export function createDelivery(surroundings: SinkSurroundings): Delivery {
  if (surroundings.ca !== undefined) checkCertificate(surroundings.ca);
  const opened = new Map<SinkName, Promise<Sink>>();
  const open = (name: SinkName) => {
    const sink = opened.get(name) ?? sinks[name].load().then((create) => create(surroundings));
    opened.set(name, sink);
    return sink;
  };
  return {
    async deliver(event, target, options) {
      const sink = await open(target.address.kind);
      return sink.deliver(event, target, options);
    },
    async close() {
      await Promise.all([...opened.values()].map(async (sink) => (await sink).close()));
    },
  };
}

function checkCertificate(pem: string): void {
  try {
    void new X509Certificate(pem);
  } catch (cause) {
    const message = "The file with certificates to trust holds no certificate in PEM.";
    const hint = "It begins with -----BEGIN CERTIFICATE-----; openssl x509 -inform der -in <file> makes one from DER.";
    throw new HooksError("BAD_VALUE", { message, hint, cause });
  }
}
