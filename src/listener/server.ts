import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { idleConnections } from "./idle.ts";
import { InFlight } from "./in-flight.ts";
import { takePort, takeSocket, type Place, type PortOptions } from "./place.ts";
import { refuseUnread, type Unread } from "./unread.ts";

export interface ServerOptions extends PortOptions {
  /** Calls come through a gate that has the port: they are taken at a socket of this name. */
  behind?: Behind;
}

/** A socket that only this user reaches, and where the gate before it is reached. */
export interface Behind extends Place {
  socket: string;
}

/** A server that listens. */
export class RunningServer implements Place {
  readonly port: number;
  readonly origin: string;
  readonly reachedAt: string;
  readonly #server: Server;
  readonly #inFlight: InFlight;
  readonly #isBehind: boolean;
  #closing: Promise<void> | undefined;

  constructor({ server, inFlight, isBehind }: Serving, { port, origin, reachedAt }: Place) {
    this.port = port;
    this.origin = origin;
    this.reachedAt = reachedAt;
    this.#server = server;
    this.#inFlight = inFlight;
    this.#isBehind = isBehind;
  }

  /** Takes no more; resolves when every request in flight was answered. May be called twice. */
  close(): Promise<void> {
    return (this.#closing ??= this.#stop());
  }

  /** Ends the connections whose request has not come whole: a sender that hangs must not hold up the end. */
  drop(): void {
    this.#inFlight.drop();
    if (this.#isBehind && this.#closing !== undefined) this.#server.closeAllConnections();
  }

  /**
   * Node waits for connections that are kept alive, and without end for those on which nothing was asked yet. Behind a
   * gate there are neither: what was led here is a call, and is answered.
   */
  async #stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    if (!this.#isBehind) {
      await this.#inFlight.none();
      this.#server.closeAllConnections();
    }
    await closed;
  }
}

interface Serving {
  server: Server;
  inFlight: InFlight;
  isBehind: boolean;
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** What goes wrong before there is a request. */
export interface ConnectionTroubles {
  /** Why a connection was not taken; the others go on. */
  failed(cause: Error): void;
  /** Answered already. */
  refused(unread: Unread): void;
}

/**
 * The body has a deadline of its own (body.ts); Node's would answer without telling the user, as it would where there is
 * no Host.
 */
const nodeOptions = {
  requestTimeout: 0,
  headersTimeout: 15_000,
  keepAliveTimeout: 65_000,
  requireHostHeader: false,
} as const;

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function startServer(
  options: ServerOptions,
  handle: RequestHandler,
  troubles: ConnectionTroubles,
): Promise<RunningServer> {
  const inFlight = new InFlight();
  const idle = await idleConnections();
  const tracked: RequestHandler = (request, response) => {
    const { socket } = request;
    inFlight.add(request, response);
    idle.remove(socket);
    inFlight.whenAnswered(socket, () => idle.add(socket));
    if (options.behind !== undefined) response.shouldKeepAlive = false; // the next call may be for somebody else
    handle(request, response);
  };
  const server = createServer(nodeOptions, tracked);
  // Who has said all there is to say waits for the answer. Node has no option for it: without, it ends the connection.
  Object.assign(server, { httpAllowHalfOpen: true });
  // Node would answer 417, and tell nobody. Whoever expects something is answered like any other (RFC 9110, 10.1.1).
  server.on("checkExpectation", tracked);
  server.on("connection", (socket: Socket) => {
    idle.add(socket);
    socket.once("close", () => idle.remove(socket));
  });
  refuseUnread(server, inFlight, troubles.refused);
  const place = options.behind ?? (await takePort(server, options));
  if (options.behind !== undefined) await takeSocket(server, options.behind.socket);
  server.on("error", (cause) => {
    idle.closeAll(); // such as no file descriptor being left: the next connection has one
    troubles.failed(cause);
  });
  return new RunningServer({ server, inFlight, isBehind: options.behind !== undefined }, place);
}
