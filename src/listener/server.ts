import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { systemCode } from "../errors.ts";
import { takePort, takeSocket, type Place, type PortOptions } from "./place.ts";

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
  /** What came is no request that Node hands on; answered already. */
  refused(unread: Unread): void;
}

/** How each is answered. */
const statuses = { tls: 400, unreadable: 400, tooLarge: 431, connect: 405 };
export type Unread = keyof typeof statuses;

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function startServer(
  options: ServerOptions,
  handle: RequestHandler,
  troubles: ConnectionTroubles,
): Promise<RunningServer> {
  const inFlight = new InFlight();
  const spoke = new WeakSet<Duplex>();
  const tracked: RequestHandler = (request, response) => {
    spoke.add(request.socket);
    inFlight.add(request, response);
    if (options.behind !== undefined) response.shouldKeepAlive = false; // the next call may be for somebody else
    handle(request, response);
  };
  // The body has a deadline of its own (body.ts); Node's would answer without telling the user.
  const server = createServer({ requestTimeout: 0, headersTimeout: 15_000, keepAliveTimeout: 65_000 }, tracked);
  // Node would answer 417, and tell nobody. Whoever expects something is answered like any other (RFC 9110, 10.1.1).
  server.on("checkExpectation", tracked);
  server.on("connect", (_request, socket: Duplex) => refuse("connect", socket, troubles)); // as to a proxy
  const place = options.behind ?? (await takePort(server, options));
  if (options.behind !== undefined) await takeSocket(server, options.behind.socket);
  server.on("clientError", (cause, socket) => {
    // Within a request it is the request that fails, and tells.
    if (spoke.has(socket)) socket.destroy();
    else refuseConnection(cause, socket, troubles);
  });
  server.on("error", troubles.failed); // such as no file descriptor being left: the next connection may have one
  return new RunningServer({ server, inFlight, isBehind: options.behind !== undefined }, place);
}

/** Node would answer the same, and tell nobody. */
function refuseConnection(cause: Error, socket: Duplex, troubles: ConnectionTroubles): void {
  const code = systemCode(cause) ?? "";
  if (!socket.writable || !code.startsWith("HPE_")) return void socket.destroy();
  refuse(code === "HPE_HEADER_OVERFLOW" ? "tooLarge" : isHandshake(cause) ? "tls" : "unreadable", socket, troubles);
}

/** Whether what came begins as a TLS handshake does (RFC 8446, 5.1). */
function isHandshake(cause: Error): boolean {
  return "rawPacket" in cause && cause.rawPacket instanceof Uint8Array && cause.rawPacket[0] === 0x16;
}

function refuse(unread: Unread, socket: Duplex, { refused }: ConnectionTroubles): void {
  const status = statuses[unread];
  const allow = status === 405 ? "Allow: POST, GET, HEAD\r\n" : "";
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}Content-Length: 0\r\nConnection: close\r\n\r\n`;
  socket.on("error", () => socket.destroy());
  // Whoever keeps the other direction open must not hold up the end. Unread bytes would reset the connection.
  socket.resume().end(head, () => socket.destroy());
  refused(unread);
}

/** The requests that have not been answered yet. */
class InFlight {
  readonly #requests = new Map<ServerResponse, IncomingMessage>();
  readonly #onSocket = new WeakMap<Socket, Set<ServerResponse>>();
  #whenNone: (() => void) | undefined;

  add(request: IncomingMessage, response: ServerResponse): void {
    this.#requests.set(response, request);
    response.once("close", () => this.#answered(response));
    this.#watch(request.socket).add(response);
  }

  /** What waits behind an answer after which the connection ends gets no end of its own. */
  #watch(socket: Socket): Set<ServerResponse> {
    const known = this.#onSocket.get(socket);
    if (known !== undefined) return known;
    const responses = new Set<ServerResponse>();
    this.#onSocket.set(socket, responses);
    socket.once("close", () => responses.forEach((response) => this.#answered(response)));
    return responses;
  }

  #answered(response: ServerResponse): void {
    const request = this.#requests.get(response);
    if (request === undefined) return;
    this.#requests.delete(response);
    this.#onSocket.get(request.socket)?.delete(response);
    if (this.#requests.size === 0) this.#whenNone?.();
  }

  /** Resolves when there are none. Their senders learn that the connection is not kept. */
  none(): Promise<void> {
    if (this.#requests.size === 0) return Promise.resolve();
    for (const response of this.#requests.keys()) response.shouldKeepAlive = false;
    return new Promise((resolve) => (this.#whenNone = resolve));
  }

  drop(): void {
    for (const request of this.#requests.values()) if (!request.complete) request.destroy();
  }
}
