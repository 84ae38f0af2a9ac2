import { connect, type Socket } from "node:net";
import type { Clock } from "../../clock.ts";
import type { KeptTunnelRecord } from "../../state/index.ts";
import { within } from "../../waiting.ts";
import { keptForm, messages, send, type Asked, type HolderStatus, type Told } from "./messages.ts";

/** An answer takes a millisecond, but on a machine that is short of memory. */
const answerMs = 5_000;
/** cloudflared has 5 s to end, and the calls that are being refused 5 s too. */
const stopMs = 15_000;

/** A connection to the process that holds a tunnel; undefined where nobody is there. */
export function connectToHolder(control: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path: control });
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
    socket.on("error", () => undefined); // a connection that breaks has ended
  });
}

/** Undefined where nobody is there, or does not answer. */
export async function askStatus(control: string, clock: Clock): Promise<HolderStatus | undefined> {
  const socket = await connectToHolder(control);
  if (socket === undefined) return undefined;
  const told = await within(clock, answerMs, askOnce(socket, { ask: "status" }));
  socket.destroy();
  return told?.told === "status" ? told.status : undefined;
}

/** The same of a record; undefined also where a version of ours wrote it that speaks in another way. */
export async function statusOf({ form, control }: KeptTunnelRecord, clock: Clock): Promise<HolderStatus | undefined> {
  return form === keptForm ? askStatus(control, clock) : undefined;
}

/** Resolves once nothing of it is left; false where it does not end. `why`: the next one is told that the address is gone. */
export async function stopHolder(control: string, clock: Clock, why?: string): Promise<boolean> {
  const socket = await connectToHolder(control);
  if (socket === undefined) return true;
  const closed = new Promise<true>((resolve) => socket.once("close", () => resolve(true)));
  socket.resume();
  send(socket, { ask: "stop", ...(why !== undefined && { why }) });
  return (await within(clock, stopMs, closed)) ?? false;
}

async function askOnce(socket: Socket, asked: Asked): Promise<Told | undefined> {
  send(socket, asked);
  for await (const told of messages<Told>(socket)) return told;
  return undefined;
}
