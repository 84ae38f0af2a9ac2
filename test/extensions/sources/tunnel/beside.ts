import { createServer, request as send, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CreateTunnelProvider, Tunnel, TunnelEvent, TunnelState } from "./provider.ts";

/** A second port of this machine that leads to the listener. */
export const beside: CreateTunnelProvider = async () => ({
  setsHeader: (name) => name === "x-beside",
  open: openBeside,
});

function openBeside(localUrl: string, signal: AbortSignal): Tunnel {
  const server = createServer((incoming, response) => carry(incoming, response, localUrl));
  let state: TunnelState = "opening";
  let url: string | undefined;
  let tell: (event: TunnelEvent) => void = () => undefined;
  let end: () => void = () => undefined;
  const events = new ReadableStream<TunnelEvent>({
    start(controller) {
      tell = (event) => controller.enqueue(event);
      end = () => controller.close();
    },
  });
  server.listen(0, "127.0.0.1", () => {
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (state === "closed") return;
    state = "up";
    tell({ kind: "up", url });
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    if (state !== "closed") end();
    state = "closed";
    return (closing ??= closed(server));
  };
  signal.addEventListener("abort", () => void close(), { once: true });
  return {
    get url() {
      return url;
    },
    get state() {
      return state;
    },
    trouble: undefined,
    events,
    close,
  };
}

function carry(incoming: IncomingMessage, response: ServerResponse, localUrl: string): void {
  const { method, url = "/", headers } = incoming;
  const outgoing = send(new URL(url, localUrl), { method, headers: { ...headers, "x-beside": "1" } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.once("error", () => response.writeHead(502).end());
  incoming.pipe(outgoing);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
