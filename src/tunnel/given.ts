import type { CreateTunnelProvider, Tunnel, TunnelEvent, TunnelState } from "./provider.ts";

/** An address that something else leads to the listener: another tunnel, a reverse proxy, a forwarded port. */
export const given: CreateTunnelProvider = async ({ publicUrl: url = "" }) => ({
  setsHeader: () => false,
  open: (_, signal) => openGiven(url, signal),
});

/** Stands from the start; whether calls come through, nobody can tell from here. */
function openGiven(url: string, signal: AbortSignal): Tunnel {
  let state: TunnelState = "up";
  let end: () => void = () => undefined;
  const events = new ReadableStream<TunnelEvent>({
    start(controller) {
      controller.enqueue({ kind: "up", url });
      end = () => controller.close();
    },
  });
  const close = async () => {
    if (state === "up") end();
    state = "closed";
  };
  signal.addEventListener("abort", () => void close(), { once: true });
  if (signal.aborted) void close();
  return {
    url,
    trouble: undefined,
    get state() {
      return state;
    },
    events,
    close,
  };
}
