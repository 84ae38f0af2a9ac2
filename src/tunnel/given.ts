import { whenAborted } from "../waiting.ts";
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
  readonly events: ReadableStream<TunnelEvent>;
  #state: TunnelState = "up";
  #end: () => void = () => undefined;

  constructor(url: string, signal: AbortSignal) {
    this.url = url;
    this.events = new ReadableStream({
      start: (controller) => {
        controller.enqueue({ kind: "up", url });
        this.#end = () => controller.close();
      },
    });
    whenAborted(signal, () => void this.close());
  }

  get state(): TunnelState {
    return this.#state;
  }

  async close(): Promise<void> {
    if (this.#state === "up") this.#end();
    this.#state = "closed";
  }
}
