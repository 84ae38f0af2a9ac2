import type { AddressInfo, Server } from "node:net";
import { systemCode } from "../errors.ts";
import { localAddressOf } from "../loopback.ts";
import { notAnAddressHere, portInUse, portNotAllowed, socketNotTaken } from "./sentences.ts";

export interface PortOptions {
  host: string;
  port: number;
  /** Take a free port where `port` is taken, instead of failing. */
  orFree: boolean;
  /** What asked for them, for messages; their flags. */
  named?: { host: string; port: string };
}

/** Where a server is reached. */
export interface Place {
  port: number;
  /** `http://127.0.0.1:4747`, without a slash at its end. */
  origin: string;
  /** The same for a program on this machine: by the address it really has, and never by a name such as `localhost`. */
  reachedAt: string;
}

const flags = { host: "--host", port: "--port" };

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function takePort(server: Server, options: PortOptions): Promise<Place> {
  const { host, orFree, named = flags } = options;
  try {
    await bind(server, { host, port: options.port });
  } catch (cause) {
    if (systemCode(cause) !== "EADDRINUSE") throw unavailable(options, cause);
    if (!orFree) throw portInUse(options.port, named.port, cause);
    await bind(server, { host, port: 0 });
  }
  const { port, address } = server.address() as AddressInfo;
  return { port, origin: originOf(host, port), reachedAt: originOf(localAddressOf(address), port) };
}

/** A socket that has a name instead of a port; on Windows a pipe. Throws `HooksError` TUNNEL_UNAVAILABLE. */
export async function takeSocket(server: Server, socket: string): Promise<void> {
  await bind(server, { path: socket }).catch((cause: unknown) => {
    throw socketNotTaken(socket, cause);
  });
}

function originOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function bind(server: Server, place: { host: string; port: number } | { path: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ ...place, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function unavailable({ host, port, named = flags }: PortOptions, cause: unknown): Error {
  switch (systemCode(cause)) {
    case "EACCES":
      return portNotAllowed(port, cause);
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT": // IPv6 where there is none
    case "ENOTFOUND":
    case "EINVAL":
    case "EAI_AGAIN":
      return notAnAddressHere(host, named.host, cause);
    default:
      return cause instanceof Error ? cause : new Error(String(cause));
  }
}
