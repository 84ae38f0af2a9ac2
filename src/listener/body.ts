import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Clock } from "../clock.ts";
import type { BodyResult } from "../endpoint.ts";
import { within } from "../waiting.ts";
import type { BodyInWork, BytesInWork } from "./bytes-in-work.ts";

export interface BodyLimits {
  /** Of the decoded body, in bytes. */
  maxBytes: number;
  /** For the whole body, in ms. */
  timeoutMs: number;
  clock: Clock;
}

/**
 * The decoded body, once it may be worked on. Never holds more than `maxBytes` and one chunk; never rejects. Whoever has
 * it says when it is done; of anything else nothing is kept.
 */
export async function readBody(
  request: IncomingMessage,
  limits: BodyLimits,
  inWork: BytesInWork,
): Promise<{ result: BodyResult; inWork?: BodyInWork }> {
  const declared = Number(request.headers["content-length"] ?? 0);
  const { maxBytes } = limits;
  if (declared > maxBytes) return { result: { outcome: "too large", maxBytes } };
  const encoding = request.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const source = decoded(request, encoding);
  if (source === undefined) return { result: { outcome: "unknown encoding", encoding } };
  const body = inWork.read(source);
  const result = await inTime(collect({ request, source, encoding }, maxBytes, body), limits, body);
  if (result.outcome === "read") await body.turn();
  else {
    letGo(request, source);
    body.done();
  }
  return { result, inWork: body };
}

/** The time for which we paused it is not its sender's. */
async function inTime(
  collected: Promise<BodyResult>,
  { timeoutMs, clock }: BodyLimits,
  body: BodyInWork,
): Promise<BodyResult> {
  for (let grantedMs = 0, moreMs = timeoutMs; moreMs > 0;) {
    const result = await within(clock, moreMs, collected);
    if (result !== undefined) return result;
    moreMs = body.pausedMs - grantedMs;
    grantedMs += moreMs;
  }
  return { outcome: "timed out", timeoutMs };
}

/** AppDirect documents no content encoding (Uncertain: whether it ever sends one); these are what HTTP clients use. */
function decoded(request: IncomingMessage, encoding: string): Readable | undefined {
  if (encoding === "identity" || encoding === "") return request;
  if (encoding === "gzip" || encoding === "x-gzip") return request.pipe(createGunzip());
  if (encoding === "deflate") return request.pipe(createInflate());
  if (encoding === "br") return request.pipe(createBrotliDecompress());
  return undefined;
}

interface BodyStream {
  request: IncomingMessage;
  /** What gives the decoded bytes: the request itself where nothing is to be decoded. */
  source: Readable;
  encoding: string;
}

function collect({ request, source, encoding }: BodyStream, maxBytes: number, body: BodyInWork): Promise<BodyResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (result: BodyResult) => {
      chunks.length = 0; // the request keeps these listeners, and with them what they hold
      resolve(result);
    };
    source.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) return end({ outcome: "too large", maxBytes });
      chunks.push(chunk);
      body.took(chunk.length);
    });
    source.once("end", () => end({ outcome: "read", body: Buffer.concat(chunks) }));
    request.on("error", () => end({ outcome: "cut off" }));
    request.once("close", () => request.complete || end({ outcome: "cut off" }));
    if (source !== request) source.on("error", () => end({ outcome: "undecodable", encoding }));
  });
}

/** What still comes is not kept. */
function letGo(request: IncomingMessage, source: Readable): void {
  source.removeAllListeners("data");
  if (source === request) return;
  request.unpipe();
  source.destroy();
}
