/** Headers as they came: order, case and repeated names kept. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What answers the calls of one method at one path of the listener. */
export interface Endpoint {
  /** What answers GET is asked for HEAD too; the server leaves its body out. */
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Its only path, a slash at the end left aside; without it every path is its own. */
  path?: string;
  take(call: IncomingCall): Promise<Answer>;
}

/** An HTTP request, its body not read yet. */
export interface IncomingCall {
  /** When its head had come. */
  receivedAt: Date;
  method: string;
  /** Path and query below the endpoint's own path: `/`, `/?tenant=7`. */
  path: string;
  headers: HeaderList;
  /** The whole body, decoded, once it may be worked on; can be called once. Never rejects. */
  readBody(): Promise<BodyResult>;
  /** Nothing of the body is kept any more, though the answer is still to come: other bodies may be worked on. */
  done(): void;
}

export type BodyResult =
  | { outcome: "read"; body: Buffer }
  /** More than so many bytes. */
  | { outcome: "too large"; maxBytes: number }
  /** Not whole after so long. */
  | { outcome: "timed out"; timeoutMs: number }
  | { outcome: "cut off" }
  | { outcome: "unknown encoding" | "undecodable"; encoding: string };

export interface Answer {
  status: number;
  /** Without `content-length`, which the server sets. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** What is done once the answer is on its way, for its sender need not wait for it. */
  afterwards?(): void;
}
