import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../clock.ts";
import type { Answer, Endpoint } from "../endpoint.ts";
import { within } from "../waiting.ts";
import { statusAnswer } from "./answers.ts";
import { readBody } from "./body.ts";
import { BytesInWork, bytesLimits, type BodyInWork, type BytesLimits } from "./bytes-in-work.ts";
import { integrationCall, otherMethod } from "./no-webhook.ts";
import { headerList, pathAsked, pathBelow, shownPath } from "./request-parts.ts";
import type { Refusal } from "./receive.ts";
import { startServer, type RunningServer, type ServerOptions } from "./server.ts";
import type { Unread } from "./unread.ts";

export interface ListenerOptions extends ServerOptions {
  /** The first one that has a call's path and method answers it. */
  endpoints: readonly Endpoint[];
  /** Of a decoded body. */
  maxBodyBytes: number;
  /** For a whole body. */
  bodyTimeoutMs: number;
  /** Of all bodies together. */
  bytesLimits?: BytesLimits;
  clock: Clock;
  refused(refusal: Refusal): void;
  /** What nothing foresaw; the sender gets 500. */
  failed(cause: unknown): void;
  /** A connection could not be taken; the others go on. */
  unconnected(cause: Error): void;
}

interface Listening extends ListenerOptions {
  inWork: BytesInWork;
}

/** An HTTP server that hands calls to its endpoints. */
export function startListener(options: ListenerOptions): Promise<RunningServer> {
  const listening = { ...options, inWork: new BytesInWork(options.bytesLimits ?? bytesLimits, options.clock) };
  return startServer(options, (request, response) => handle(request, response, listening), {
    failed: options.unconnected,
    refused: (unread) => options.refused(unreadRefusals[unread]),
  });
}

const unreadRefusals: Record<Unread, Refusal> = {
  tls: { status: 400, reason: "a TLS connection (this address is http://, not https://)" },
  unreadable: { status: 400, reason: "a request that is not valid HTTP" },
  tooLarge: { status: 431, reason: "a request with more than 16 kB of headers" },
  connect: { status: 405, reason: "a CONNECT request (webhooks are POST requests)" },
};

function handle(request: IncomingMessage, response: ServerResponse, options: Listening): void {
  if (lacksHost(request)) {
    options.refused(withoutHost);
    return respond(request, response, statusAnswer(withoutHost.status, { connection: "close" }), options.clock);
  }
  const { method = "GET" } = request;
  const url = pathAsked(request.url ?? "/");
  const here = options.endpoints.filter(({ path }) => pathBelow(url, path) !== undefined);
  const endpoint = here.find((one) => one.method === (method === "HEAD" ? "GET" : method));
  const isAstray = method === "POST" && here.length === 0;
  if (endpoint !== undefined || isAstray) return void answerCall(request, response, endpoint, options);
  // At once: of a method that nobody takes, a body may follow that no header announces.
  request.resume();
  end(response, untaken(method, url, here, options));
}

const withoutHost: Refusal = { status: 400, reason: "an HTTP/1.1 request without a Host header" };

/** RFC 9112, 3.2: a server must refuse it. */
function lacksHost({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === "1.1" && headers.host === undefined;
}

/** What no endpoint takes. Where every path is answered alike, nobody finds a secret one by asking. */
function untaken(method: string, url: string, here: readonly Endpoint[], options: ListenerOptions): Answer {
  const isHere = here.length > 0;
  const refusal = otherMethod(method, url, isHere) ?? integrationCall(method, url, isHere ? 405 : 404);
  if (refusal !== undefined) options.refused(refusal);
  if (!isHere && refusal?.status !== 405) return statusAnswer(404);
  return statusAnswer(405, { allow: allowed(isHere ? here : options.endpoints) });
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: Endpoint | undefined,
  options: Listening,
): Promise<void> {
  try {
    const answer = await takeCall(request, endpoint, options);
    respond(request, response, answer, options.clock);
    if (answer.afterwards === undefined) return;
    await undefined; // other answers that are there go out first
    answer.afterwards();
  } catch (cause) {
    options.failed(cause);
    if (!response.headersSent) respond(request, response, statusAnswer(500), options.clock);
  }
}

async function takeCall(request: IncomingMessage, endpoint: Endpoint | undefined, options: Listening): Promise<Answer> {
  const { method = "GET" } = request;
  const url = pathAsked(request.url ?? "/");
  if (endpoint === undefined) return astray(url, options);
  const { clock, maxBodyBytes: maxBytes, bodyTimeoutMs: timeoutMs } = options;
  const integration = integrationCall(method, url, 200);
  if (integration !== undefined) options.refused(integration);
  let body: BodyInWork | undefined;
  const call = {
    receivedAt: clock.now(),
    method,
    path: pathBelow(url, endpoint.path) ?? "/",
    headers: headerList(request.rawHeaders),
    async readBody() {
      const { result, inWork } = await readBody(request, { maxBytes, timeoutMs, clock }, options.inWork);
      body = inWork;
      return result;
    },
    done: () => body?.done(),
  };
  try {
    return await endpoint.take(call);
  } finally {
    call.done();
  }
}

/** A POST for which there is no endpoint may be a webhook with the wrong path in AppDirect's form. */
function astray(url: string, options: ListenerOptions): Answer {
  options.refused({ status: 404, reason: `POST to another path (${shownPath(url)})`, isAstray: true });
  return statusAnswer(404);
}

function allowed(endpoints: readonly Endpoint[]): string {
  const methods = endpoints.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return [...new Set(methods)].join(", ");
}

function respond(request: IncomingMessage, response: ServerResponse, answer: Answer, clock: Clock): void {
  if (response.destroyed) return;
  if (request.complete) return end(response, answer);
  response.setHeader("connection", "close");
  writeHead(response, answer);
  response.write(answer.body);
  void discardBody(request, clock).then(() => response.destroyed || response.end());
}

/** Head and body go out together. Node leaves the body out where HEAD was asked for. */
function end(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.end(answer.body);
}

function writeHead(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
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
