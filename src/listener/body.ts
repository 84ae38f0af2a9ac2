import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Clock } from "../clock.ts";
import type { BodyResult } from "../endpoint.ts";
import { within } from "../waiting.ts";

export interface BodyLimits {
  /** Of the decoded body, in bytes. */
  maxBytes: number;
  /** For the whole body, in ms. */
  timeoutMs: number;
  clock: Clock;
}

/** The decoded body. Never holds more than `maxBytes` and one chunk; never rejects. */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<BodyResult> {
  const declared = Number(request.headers["content-length"] ?? 0);
  const { maxBytes, timeoutMs, clock } = limits;
  if (declared > maxBytes) return { outcome: "too large", maxBytes };
  const encoding = request.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const source = decoded(request, encoding);
  if (source === undefined) return { outcome: "unknown encoding", encoding };
  const collected = collect({ request, source, encoding }, maxBytes);
  const result = (await within(clock, timeoutMs, collected)) ?? { outcome: "timed out", timeoutMs };
  if (result.outcome !== "read") letGo(request, source);
  return result;
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

function collect({ request, source, encoding }: BodyStream, maxBytes: number): Promise<BodyResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    source.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else resolve({ outcome: "too large", maxBytes });
    });
    source.once("end", () => resolve({ outcome: "read", body: Buffer.concat(chunks) }));
    request.on("error", () => resolve({ outcome: "cut off" }));
    request.once("close", () => request.complete || resolve({ outcome: "cut off" }));
    if (source !== request) source.on("error", () => resolve({ outcome: "undecodable", encoding }));
  });
}

/** What still comes is not kept. */
function letGo(request: IncomingMessage, source: Readable): void {
  source.removeAllListeners("data");
  if (source === request) return;
  request.unpipe();
  source.destroy();
}
