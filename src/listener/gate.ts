import { connect, createServer, type Server, type Socket } from "node:net";
import { idleConnections } from "./idle.ts";
import { takePort, type Place, type PortOptions } from "./place.ts";

interface Traffic {
  server: Server;
  connections: Set<Socket>;
  /** What is being handed over. */
  leading: Set<Promise<void>>;
}

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
  readonly #leading: Set<Promise<void>>;

  constructor({ server, connections, leading }: Traffic, { port, origin, reachedAt }: Place) {
    this.port = port;
    this.origin = origin;
    this.reachedAt = reachedAt;
    this.#server = server;
    this.#connections = connections;
    this.#leading = leading;
  }

  /** Resolves when what was on its way to somebody has been handed over. */
  async settled(): Promise<void> {
    await Promise.all(this.#leading);
  }

  /** Gives the port back. What is under way is cut off. May be called twice. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const connection of this.#connections) connection.destroy();
    await closed;
  }
}

/** Who connects and says nothing is not waited for any longer. */
const silentMs = 15_000;

/** `always`: the socket that takes what nobody else does. Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function openGate(options: PortOptions, always: string): Promise<Gate> {
  const connections = new Set<Socket>();
  const leading = new Set<Promise<void>>();
  const silent = await idleConnections();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (outside) => {
    connections.add(outside);
    silent.add(outside);
    outside.once("close", () => {
      connections.delete(outside);
      silent.remove(outside);
    });
    outside.on("error", () => undefined); // whoever called has gone: join() ends the other side
    whenSpoken(outside, (said) => {
      silent.remove(outside);
      // Only now: who says something later may be for somebody else by then.
      const led = lead(outside, said, gate.behind === undefined ? [always] : [gate.behind, always]);
      leading.add(led);
      void led.then(() => leading.delete(led));
    });
  });
  const gate = new Gate({ server, connections, leading }, await takePort(server, options));
  server.on("error", () => silent.closeAll()); // such as no file descriptor being left: the next connection has one
  return gate;
}

function whenSpoken(outside: Socket, act: (said: Buffer) => void): void {
  const ended = () => void outside.destroy();
  outside.setTimeout(silentMs, ended).once("end", ended);
  outside.once("data", (said: Buffer) => {
    outside.pause().setTimeout(0).off("end", ended);
    act(said);
  });
}

/** To the first of these that is there. */
async function lead(outside: Socket, said: Buffer, sockets: readonly string[]): Promise<void> {
  for (const socket of sockets) {
    const inside = await connected(socket);
    if (inside !== undefined) return join(outside, inside, said);
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
function join(outside: Socket, inside: Socket, said: Buffer): void {
  inside.on("error", () => outside.destroy());
  inside.once("close", () => outside.destroySoon());
  outside.once("close", () => inside.destroy());
  if (outside.destroyed) return void inside.destroy();
  inside.write(said);
  outside.pipe(inside).pipe(outside);
}
