import { createInterface } from "node:readline";
import type { Socket } from "node:net";
import { systemCode } from "../../errors.ts";
import type { TunnelEvent, TunnelState, TunnelTrouble } from "../../tunnel/index.ts";

/** Of these messages: another number, and the other side does not understand. */
export const keptForm = 1;

/** What the holder of a tunnel is asked: a JSON object a line. */
export type Asked =
  | { ask: "status" }
  /** The answer is the end of the connection, once nothing of it is left. */
  | { ask: "stop"; why?: string }
  /** Whoever took the calls takes no more. */
  | { ask: "detach" }
  | ({ ask: "attach" } & Attachment);

/** Somebody takes the calls from now on, for as long as this connection stands. */
export interface Attachment {
  processId: number;
  /** Where they are taken. */
  socket: string;
  /** The path that takes webhooks, and what of it stands behind the tunnel's own address. */
  path: string;
  publicPath: string;
  /** How long it goes on without anybody afterwards, in ms; null: it ends with this one. */
  keepMs: number | null;
  wantsLog: boolean;
}

/** What the holder says. */
export type Told =
  | { told: "status"; status: HolderStatus }
  /** Somebody else takes the calls. */
  | { told: "busy" }
  | { told: "attached"; status: HolderStatus }
  /** No call goes there any more; those that went before have arrived. */
  | { told: "detached" }
  | { told: "event"; event: TunnelEvent }
  /** Why it does not stand, as things are; none where it stands. */
  | { told: "trouble"; trouble?: TunnelTrouble }
  | { told: "log"; line: string };

export interface HolderStatus {
  version: string;
  processId: number;
  /** Where sockets are made. */
  folder: string;
  /** The kind of tunnel. */
  kind: string;
  /** What it was opened with, by flag; of a secret its hash. */
  settings: Readonly<Record<string, string>>;
  port: number;
  origin: string;
  reachedAt: string;
  state: TunnelState;
  /** Without a path. */
  url?: string;
  /** The address that who listened last was told, with its path where that is known, and why it may be another one now. */
  before?: { url: string; path?: string; why?: string };
  openedAt: string;
  /** The process that takes the calls. */
  usedBy?: number;
  /** Since when nobody does; missing where nobody ever did. */
  idleSince?: string;
  /** How long it goes on like that, in ms. */
  keepMs: number;
  /** The calls that were refused since. */
  refused: number;
}

/** Only programs of this user get to speak here, but one may be of another version. */
export function isAsked(value: unknown): value is Asked {
  if (typeof value !== "object" || value === null || !("ask" in value)) return false;
  if (value.ask !== "attach") return value.ask === "status" || value.ask === "stop" || value.ask === "detach";
  const { socket, path, publicPath }: { ask: unknown } & Partial<Attachment> = value;
  return [socket, path, publicPath].every((text) => typeof text === "string");
}

export function send(socket: Socket, message: Asked | Told): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Ends with the connection. What is no such message ends it. */
export async function* messages<Message extends Asked | Told>(socket: Socket): AsyncGenerator<Message> {
  const lines = createInterface({ input: socket });
  socket.once("close", () => lines.close()); // it ends by itself only where the other side ended it
  try {
    for await (const line of lines) yield JSON.parse(line);
  } catch (cause) {
    const isBroken = systemCode(cause) !== undefined; // the connection: that is its end
    if (!isBroken && !(cause instanceof SyntaxError)) throw cause;
  } finally {
    socket.destroy();
  }
}
