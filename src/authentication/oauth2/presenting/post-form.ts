import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { rootCertificates } from "node:tls";
import type { PresentSurroundings } from "../../authentication.ts";
import type { TokenRequest } from "./token-request.ts";

export interface FormAnswer {
  status: number;
  /** Undefined where it is too large. */
  body?: string;
}

interface PostSurroundings extends Pick<PresentSurroundings, "skipVerify" | "trusted"> {
  /** Ends the request. */
  signal: AbortSignal;
}

const maxBytes = 64 * 1024;

/** Posts it on a connection of its own; redirects are not followed. Rejects with the system's errors. */
export function postForm(url: URL, request: TokenRequest, surroundings: PostSurroundings): Promise<FormAnswer> {
  return new Promise((resolve, reject) => {
    const post = url.protocol === "https:" ? requestHttps : requestHttp;
    const outgoing = post(url, optionsOf(request, surroundings));
    outgoing.on("error", reject);
    outgoing.once("response", (response) => read(response).then(resolve, reject));
    outgoing.end(request.body);
  });
}

function optionsOf({ authorization, body }: TokenRequest, { skipVerify, trusted, signal }: PostSurroundings) {
  return {
    method: "POST",
    agent: false,
    signal,
    rejectUnauthorized: skipVerify !== true,
    ...(trusted !== undefined && { ca: [...rootCertificates, trusted] }),
    headers: {
      authorization,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": Buffer.byteLength(body),
    },
  } satisfies RequestOptions & { rejectUnauthorized: boolean };
}

async function read(response: IncomingMessage): Promise<FormAnswer> {
  const status = response.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { status };
    chunks.push(chunk);
  }
  return { status, body: Buffer.concat(chunks).toString("utf8") };
}
