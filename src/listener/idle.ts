import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";

/**
 * Connections on which nothing is asked. Each takes a file descriptor, and recording needs some: where there are too
 * many, the one that said nothing for longest is closed.
 */
export class IdleConnections {
  readonly #atMost: number;
  readonly #sockets = new Set<Socket>(); // the longest idle first

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  add(socket: Socket): void {
    if (socket.destroyed || this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    const [longest] = this.#sockets;
    if (this.#sockets.size > this.#atMost) longest?.destroy();
    if (longest?.destroyed === true) this.#sockets.delete(longest);
  }

  /** Something is asked on it, or it has ended. */
  remove(socket: Socket): void {
    this.#sockets.delete(socket);
  }

  closeAll(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

const most = 1024;

/** A quarter of the files that this process may open, where the system tells it; Node has made it as high as it may be. */
export async function idleConnections(): Promise<IdleConnections> {
  const limits = await readFile("/proc/self/limits", "utf8").catch(() => ""); // Linux alone has it
  const [, openFiles] = /^Max open files +(\d+)/m.exec(limits) ?? [];
  return new IdleConnections(openFiles === undefined ? most / 2 : Math.min(Math.floor(Number(openFiles) / 4), most));
}
