import { lookup as systemLookup } from "node:dns";
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls, rootCertificates } from "node:tls";
import { Pool, type buildConnector } from "undici";
import { isLoopbackName, loopbackAddresses } from "../../../loopback.ts";
import { portOf } from "../../../address.ts";
import type { SinkSurroundings } from "../sink.ts";
import { compileParserLater } from "./parser-tiering.ts";
import { UntrustedCertificate } from "./untrusted-certificate.ts";

export interface Connections {
  pool: Pool;
  /** Ends every connection, one that is only being made included. */
  destroy(): Promise<void>;
}

export type ConnectionOptions = Pick<SinkSurroundings, "skipVerify" | "trusted" | "atOnce">;

/**
 * Kept connections to one origin. They are closed early, before the handler closes them: one that closes while an
 * event is on its way cannot be told from a handler that crashed on the event.
 */
export function openConnections(origin: string, options: ConnectionOptions): Connections {
  compileParserLater();
  const sockets = new Set<Socket>();
  const connect = createConnector(options, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const pool = new Pool(origin, {
    connect,
    // Without a limit each that ends leaves its place to a new one, until there are twice as many.
    connections: options.atOnce ?? null,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
    keepAliveTimeoutThreshold: 500,
  });
  return {
    pool,
    async destroy() {
      await pool.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** undici's own shows its sockets only once they are connected, and has a time-out that no clock of ours moves. */
function createConnector(
  { skipVerify = false, trusted }: ConnectionOptions,
  onSocket: (socket: Socket) => void,
): buildConnector.connector {
  const ca = trusted && [...rootCertificates, trusted.pem];
  return ({ hostname, protocol, port, servername }, callback) => {
    const place = placeOf({ hostname, protocol, port });
    // Of a `Host` header undici makes the server's name, which is then the one that the certificate must have.
    const name = servername || (isIP(hostname) === 0 ? hostname : undefined);
    // Node would end the connection itself, and with it what the certificate says.
    const tls =
      protocol === "https:" ? connectTls({ ...place, ca, servername: name, rejectUnauthorized: false }) : null;
    const socket = tls ?? connectTcp(place);
    onSocket(socket);
    socket.setNoDelay(true);
    const fail = (cause: Error) => callback(cause, null);
    socket.once("error", fail);
    socket.once(tls === null ? "connect" : "secureConnect", () => {
      if (tls !== null && !tls.authorized && !skipVerify) {
        socket.destroy(new UntrustedCertificate(tls, name ?? hostname));
        return;
      }
      socket.off("error", fail); // from here on errors are undici's
      callback(null, socket);
    });
  };
}

/** Where to connect; a development server may listen on either loopback address. */
export function placeOf({ hostname, protocol, port }: Pick<URL, "hostname" | "protocol" | "port">) {
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: portOf({ protocol, port }),
    lookup,
    autoSelectFamily: true,
  };
}

/** Both loopback addresses, whatever the hosts file says. */
const lookup: LookupFunction = (hostname, options, callback) => {
  if (!isLoopbackName(hostname)) return systemLookup(hostname, options, callback);
  const addresses = loopbackAddresses.map((address) => ({ address, family: isIP(address) }));
  if (options.all) callback(null, addresses);
  else callback(null, loopbackAddresses[0], isIP(loopbackAddresses[0]));
};
