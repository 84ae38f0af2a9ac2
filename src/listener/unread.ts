import { STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { systemCode } from "../errors.ts";
import type { InFlight } from "./in-flight.ts";

/** How each is answered. */
const statuses = { tls: 400, unreadable: 400, tooLarge: 431, connect: 405 };

/** What is not a request that Node hands on. */
export type Unread = keyof typeof statuses;

/**
 * Answers what Node cannot read as a request, and tells it, after the answers to what was asked before on the same
 * connection. Within a request it is the request that fails, and tells.
 */
export function refuseUnread(server: Server, inFlight: InFlight, refused: (unread: Unread) => void): void {
  const given = new WeakSet<Duplex>();
  const refuse = (unread: Unread | undefined, socket: Duplex) => {
    if (given.has(socket)) return; // Node tells every piece that comes after what it could not read
    given.add(socket);
    // Where its sender has no more to say, Node would end it after the last answer, before this one.
    if (unread !== undefined) socket.removeAllListeners("end");
    inFlight.whenAnswered(socket, () => {
      if (unread === undefined) return void endUnanswered(socket);
      if (!socket.writable) return; // it ends with an answer that said so
      answer(unread, socket);
      refused(unread);
    });
  };
  server.on("connect", (_request, socket: Duplex) => refuse("connect", socket)); // as to a proxy
  server.on("clientError", (cause, socket) => {
    if (inFlight.isMidway(socket)) inFlight.whenEarlierAnswered(socket, () => socket.destroy());
    else refuse(unreadOf(cause), socket);
  });
}

/** Undefined where nothing was asked: the connection broke, or stood still, or what comes is after its last request. */
function unreadOf(cause: Error): Unread | undefined {
  const code = systemCode(cause) ?? "";
  if (!code.startsWith("HPE_") || code === "HPE_CLOSED_CONNECTION") return undefined;
  if (code === "HPE_HEADER_OVERFLOW") return "tooLarge";
  return isHandshake(cause) ? "tls" : "unreadable";
}

/** Whether what came begins as a TLS handshake does (RFC 8446, 5.1). */
function isHandshake(cause: Error): boolean {
  return "rawPacket" in cause && cause.rawPacket instanceof Uint8Array && cause.rawPacket[0] === 0x16;
}

function answer(unread: Unread, socket: Duplex): void {
  const status = statuses[unread];
  const allow = status === 405 ? "Allow: POST, GET, HEAD\r\n" : "";
  end(socket, `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** An answer that was given may still be on its way out. */
function endUnanswered(socket: Duplex): void {
  if (socket.writable) end(socket, "");
  else if (!socket.writableEnded) socket.destroy();
}

function end(socket: Duplex, said: string): void {
  socket.on("error", () => socket.destroy());
  // Whoever keeps the other direction open must not hold up the end. Unread bytes would reset the connection.
  socket.resume().end(said, () => socket.destroy());
}
