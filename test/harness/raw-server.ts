import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A server that shows every byte it gets, and answers with bytes of the test's choosing. */
export interface RawServer {
  port: number;
  /** `http://127.0.0.1:41234` */
  url: string;
  /** Whole requests, as they came, one character a byte. */
  requests: string[];
  connections: Socket[];
  /** Resolves when so many whole requests have come. */
  untilRequests(count: number): Promise<void>;
}

/** `answer` is called for each whole request. Ends with the test. */
export async function startRawServer(
  answer: (socket: Socket, number: number) => void,
  place: { host?: string; port?: number } = {},
): Promise<RawServer> {
  const requests: string[] = [];
  const connections: Socket[] = [];
  const server = createServer((socket) => {
    connections.push(socket);
    let unread = "";
    socket.setEncoding("latin1");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: string) => {
      if (unread === "" && chunk.startsWith("\u0016")) return void socket.destroy(); // TLS: none is spoken here
      unread += chunk;
      for (let length = wholeRequest(unread); length > 0; length = wholeRequest(unread)) {
        requests.push(unread.slice(0, length));
        unread = unread.slice(length);
        answer(socket, requests.length);
        server.emit("whole request");
      }
    });
  });
  server.listen(place.port ?? 0, place.host ?? "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of connections) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const untilRequests = async (count: number) => {
    while (requests.length < count) await once(server, "whole request");
  };
  return { port, url: `http://127.0.0.1:${port}`, requests, connections, untilRequests };
}

/** Length of the first request in the text, 0 if it is not whole. */
function wholeRequest(text: string): number {
  const head = text.indexOf("\r\n\r\n");
  if (head === -1) return 0;
  const body = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  return text.length >= head + 4 + body ? head + 4 + body : 0;
}

/** A whole answer that keeps the connection. */
export function answerWith(status: number, body = "", headers: readonly string[] = []): string {
  return [`HTTP/1.1 ${status} Status`, `content-length: ${Buffer.byteLength(body)}`, ...headers, "", body].join("\r\n");
}
