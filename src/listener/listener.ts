import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../clock.ts";
import type { ReceivedEvent } from "../events/index.ts";
import { within } from "../waiting.ts";
import { landingPage } from "./page.ts";
import { pathBelow, receive, type Reception, type Refusal } from "./receive.ts";
import { startServer, type RunningServer, type ServerOptions } from "./server.ts";

export interface ListenerOptions extends ServerOptions, Reception {
  /** Takes the event; resolves with the status for the sender. */
  take(received: ReceivedEvent): Promise<number>;
  refused(refusal: Refusal): void;
  /** What nothing foresaw; the sender gets 500. */
  failed(cause: unknown): void;
  /** A connection could not be taken; the others go on. */
  unconnected(cause: Error): void;
}

/** An HTTP server that takes POSTs as events. */
export function startListener(options: ListenerOptions): Promise<RunningServer> {
  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response, options).catch((cause: unknown) => {
      options.failed(cause);
      respond(response, 500);
    });
  return startServer(options, handle, {
    failed: options.unconnected,
    notHttp: (status) => options.refused({ status, reason: notHttp[status] }),
  });
}

const notHttp = {
  400: "what is not HTTP (this address is http://, not https://)",
  431: "a request with more than 16 kB of headers",
};

async function answer(request: IncomingMessage, response: ServerResponse, options: ListenerOptions): Promise<void> {
  if (request.method !== "POST") return answerOther(request, response, options);
  const received = await receive(request, options);
  if ("reason" in received) return refuse(request, response, received, options);
  respond(response, await options.take(received));
}

function answerOther(request: IncomingMessage, response: ServerResponse, options: ListenerOptions): void {
  request.resume();
  if (pathBelow(request.url ?? "/", options.path) === undefined) return respond(response, 404);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "POST, GET, HEAD");
    return respond(response, 405);
  }
  const page = landingPage(request.headers.accept);
  response.writeHead(200, { "content-type": page.type, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : page.text);
}

/** The sender learns the status and nothing else; the user learns why. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  options: { clock: Clock; refused(refusal: Refusal): void },
): void {
  options.refused(refusal);
  if (request.complete || response.destroyed) return respond(response, refusal.status);
  response.setHeader("connection", "close");
  response.write(answerBody(response, refusal.status));
  void discardBody(request, options.clock).then(() => response.destroyed || response.end());
}

/** How much of an unwanted body is read and thrown away, so that its sender gets to see the answer. */
const lingering = { bytes: 16 * 1024 * 1024, ms: 5_000 };

/** A connection that is closed with unread bytes is reset, and the answer lost (RFC 9112, 9.6). */
async function discardBody(request: IncomingMessage, clock: Clock): Promise<void> {
  const enough = new Promise<void>((resolve) => {
    let left = lingering.bytes;
    request.on("data", (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    request.once("close", resolve);
  });
  request.resume();
  await within(clock, lingering.ms, enough);
}

function respond(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  response.end(answerBody(response, status));
}

/** Writes the head for it. */
function answerBody(response: ServerResponse, status: number): string {
  const text = JSON.stringify({ status });
  response.writeHead(status, { "content-type": "application/json", "content-length": text.length });
  return text;
}
