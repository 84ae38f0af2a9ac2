import { connect, createServer, type Server, type Socket } from "node:net";
import { takePort, type Place, type PortOptions } from "./place.ts";

/**
 * Has a port for as long as it is open, and leads what comes there to a socket of somebody's: so no other program ever
 * gets the port, whoever comes and goes behind it.
 */
export class Gate implements Place {
  readonly port: number;
  readonly origin: string;
  readonly reachedAt: string;
  /** Whom it leads to; where that one has gone, to the one who is always there. */
  behind: string | undefined;
  readonly #server: Server;
  readonly #connections: Set<Socket>;

  constructor(server: Server, connections: Set<Socket>, { port, origin, reachedAt }: Place) {
    this.port = port;
    this.origin = origin;
    this.reachedAt = reachedAt;
    this.#server = server;
    this.#connections = connections;
  }

  /** Gives the port back. What is under way is cut off. May be called twice. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const connection of this.#connections) connection.destroy();
    await closed;
  }
}

/** `always`: the socket that takes what nobody else does. Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function openGate(options: PortOptions, always: string): Promise<Gate> {
  const connections = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true, noDelay: true }, (outside) => {
    connections.add(outside);
    outside.once("close", () => connections.delete(outside));
    outside.on("error", () => undefined); // whoever called has gone: join() ends the other side
    void lead(outside, gate.behind === undefined ? [always] : [gate.behind, always]);
  });
  const gate = new Gate(server, connections, await takePort(server, options));
  server.on("error", () => undefined); // such as no file descriptor being left: the next connection may have one
  return gate;
}

/** To the first of these that is there. Nothing of a call is read before. */
async function lead(outside: Socket, sockets: readonly string[]): Promise<void> {
  for (const socket of sockets) {
    const inside = await connected(socket);
    if (inside !== undefined) return join(outside, inside);
  }
  outside.destroy();
}

function connected(socket: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const inside = connect({ path: socket, allowHalfOpen: true });
    inside.once("connect", () => resolve(inside));
    inside.once("error", () => resolve(undefined));
  });
}

/** What one side says the other hears; where one breaks off, the other does. */
function join(outside: Socket, inside: Socket): void {
  inside.on("error", () => outside.destroy());
  outside.pipe(inside).pipe(outside);
  inside.once("close", () => outside.destroySoon());
  outside.once("close", () => inside.destroy());
  if (outside.destroyed) inside.destroy();
}
