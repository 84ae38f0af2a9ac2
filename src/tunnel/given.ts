import { whenAborted } from "../waiting.ts";
import { TunnelEvents } from "./events.ts";
import type { CreateTunnelProvider, Tunnel, TunnelEvent, TunnelState } from "./provider.ts";

/** An address that something else leads to the listener: another tunnel, a reverse proxy, a forwarded port. */
export const given: CreateTunnelProvider = async ({ publicUrl: url = "" }) => ({
  setsHeader: () => false,
  open: (_, signal) => new GivenTunnel(url, signal),
});

/** Stands from the start; whether calls come through, nobody can tell from here. */
class GivenTunnel implements Tunnel {
  readonly url: string;
  readonly trouble = undefined;
  readonly #events = new TunnelEvents();
  #state: TunnelState = "up";

  constructor(url: string, signal: AbortSignal) {
    this.url = url;
    this.#events.tell({ kind: "up", url });
    whenAborted(signal, () => void this.close());
  }

  get events(): ReadableStream<TunnelEvent> {
    return this.#events.stream;
  }

  get state(): TunnelState {
    return this.#state;
  }

  async close(): Promise<void> {
    this.#events.end();
    this.#state = "closed";
  }
}
