import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const place = (name: string) => fileURLToPath(new URL(`certificates/${name}`, import.meta.url));

/** The certificate that its github.com has. */
export const githubCertificate = place("github.crt");

/** A proxy on loopback, behind which github.com and its store of releases are stand-ins. */
export interface ReleaseServer {
  /** `http://127.0.0.1:41234` */
  proxy: string;
  /** Without its scheme, as a sentence names it. */
  host: string;
  /** What was asked for: `github.com:443`, and by whom. */
  connects: string[];
  /** The addresses that were asked for, each host with its path. */
  requests: string[];
  /** Resolves once the program was asked for so often. */
  untilAsked(count?: number): Promise<void>;
}

export type Answer = (response: ServerResponse) => void;

export interface ReleaseBehaviour {
  /** What the store answers. */
  answer: Answer;
  /** What the proxy answers instead of a connection: `407 Proxy Authentication Required`. */
  refusal?: string;
}

const store = "release-assets.githubusercontent.com";

export async function startReleaseServer({ answer, refusal }: ReleaseBehaviour): Promise<ReleaseServer> {
  const [connects, requests]: [string[], string[]] = [[], []];
  const sockets = new Set<Socket>();
  const asked = new EventTarget();
  let count = 0;
  const github = createSecureServer({
    cert: readFileSync(place("github.crt")),
    key: readFileSync(place("github.key")),
  });
  github.on("request", ({ headers: { host = "" }, url = "" }: IncomingMessage, response: ServerResponse) => {
    requests.push(host + url);
    if (host !== store) return void response.writeHead(302, { location: `https://${store}${url}?signed=1` }).end();
    count += 1;
    asked.dispatchEvent(new Event("asked"));
    answer(response);
  });
  const server = createServer();
  server.on("connect", ({ url = "", headers }: IncomingMessage, socket: Socket) => {
    connects.push(`${url} ${headers["proxy-authorization"] ?? ""}`.trim());
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal}\r\ncontent-length: 0\r\n\r\n`);
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    github.emit("connection", socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const untilAsked = async (wanted = 1) => {
    while (count < wanted) await once(asked, "asked");
  };
  return { proxy: `http://${host}`, host, connects, requests, untilAsked };
}

/** All of it. */
export function whole(content: Buffer): Answer {
  return (response) => void response.writeHead(200, { "content-length": content.length }).end(content);
}

/** So many bytes of it, and then the connection is gone. */
export function cutAfter(bytes: number, content: Buffer): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, bytes), () => response.socket?.destroy());
  };
}

/** So many bytes of it, and then nothing more. */
export function stallAfter(bytes: number, content: Buffer): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, bytes));
  };
}

/** All of it in pieces, each when it was asked for by the returned function. */
export function inPieces(content: Buffer, pieces: number): { answer: Answer; next(): void } {
  const size = Math.ceil(content.length / pieces);
  const parts = Array.from({ length: pieces }, (_, index) => content.subarray(index * size, (index + 1) * size));
  let send: (part: Buffer) => void = () => undefined;
  return {
    answer(response) {
      response.writeHead(200, { "content-length": content.length }).flushHeaders();
      send = (part) => void response.write(part, () => parts.length === 0 && response.end());
    },
    next() {
      const part = parts.shift();
      if (part !== undefined) send(part);
    },
  };
}

/** Without its length, as some proxies pass it on. */
export function withoutLength(content: Buffer): Answer {
  return (response) => void response.writeHead(200, { "transfer-encoding": "chunked" }).end(content);
}

export function status(code: number): Answer {
  return (response) => void response.writeHead(code, { "content-length": 0 }).end();
}

export function page(text: string): Answer {
  return (response) =>
    void response.writeHead(200, { "content-type": "text/html", "content-length": text.length }).end(text);
}

/** Leads on. */
export function redirect(location: string): Answer {
  return (response) => void response.writeHead(302, { location, "content-length": 0 }).end();
}
