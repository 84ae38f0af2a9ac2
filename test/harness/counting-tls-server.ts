import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type SecureVersion, type TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";
import { answerWith } from "./raw-server.ts";
import { certificate } from "./tls-handler.ts";

/** An HTTPS server that keeps every byte that is told to it within TLS, and answers each request with 200. */
export interface CountingTlsServer {
  port: number;
  /** What came, of all connections. */
  told(): string;
  connections(): number;
  /** How many of them went on with the keys of an earlier one. */
  resumed(): number;
  /** Resolves when every connection is closed, so that nothing can come any more. */
  untilClosed(): Promise<void>;
  /** Ends every connection and listens no more. */
  stop(): Promise<void>;
}

export interface CountingTlsOptions {
  /** `names`, for names.crt. */
  has: string;
  key?: string;
  version?: SecureVersion;
  port?: number;
  host?: string;
}

/** Ends with the test. */
export async function startCountingTlsServer(options: CountingTlsOptions): Promise<CountingTlsServer> {
  const { has, key = "handler", version, port = 0, host = "127.0.0.1" } = options;
  const sockets: TLSSocket[] = [];
  let told = "";
  let begun = 0;
  let closed = 0;
  const server = createServer({
    cert: await certificate(`${has}.crt`),
    key: await certificate(`${key}.key`),
    ...(version !== undefined && { minVersion: version, maxVersion: version }),
  });
  server.on("connection", (socket) => {
    begun += 1;
    socket.once("close", () => (closed += 1));
  });
  server.on("tlsClientError", () => undefined);
  server.on("secureConnection", (socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      told += chunk;
      socket.write(answerWith(200));
    });
  });
  server.listen(port, host);
  await once(server, "listening");
  const stop = async () => {
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await ended;
  };
  onTestFinished(stop);
  return {
    port: (server.address() as AddressInfo).port,
    told: () => told,
    connections: () => begun,
    resumed: () => sockets.filter((socket) => socket.isSessionReused()).length,
    untilClosed: async () => void (await eventually(() => (begun > 0 && closed === begun) || undefined)),
    stop,
  };
}
