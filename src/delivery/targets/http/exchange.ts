import type { Dispatcher, Pool } from "undici";
import type { Clock } from "../../../clock.ts";
import type { Deadline } from "../../deadline.ts";
import type { HttpRequest } from "./request.ts";

/** How a request ended. `answeredAt` by the clock, when the headers had come. */
export type ExchangeOutcome =
  | {
      kind: "answered";
      status: number;
      answeredAt: number;
      /** Its beginning, 64 kB at most. */
      body: Buffer;
      encoding?: string;
      contentType?: string;
      location?: string;
    }
  | { kind: "timed out" }
  | { kind: "cancelled" }
  | { kind: "broken"; cause: unknown; progress: Progress };

/** `unsent`: not a byte was written. */
export type Progress = "unsent" | "sent" | "answering";

/** Sends one request. The status counts once the headers came; the answer's body is not waited for long. */
export function exchange(
  pool: Pool,
  request: HttpRequest,
  surroundings: ExchangeSurroundings,
): Promise<ExchangeOutcome> {
  const { over } = surroundings.deadline;
  if (over !== undefined) return Promise.resolve({ kind: over });
  return new Promise((resolve) => {
    const { path, body, fields } = request;
    pool.dispatch({ method: "POST", path, headers: fields, body }, new Exchange(surroundings, resolve));
  });
}

export interface ExchangeSurroundings {
  clock: Clock;
  deadline: Deadline;
}

type Headers = Record<string, string | string[] | undefined>;

/** Debug pages have long styles in front of what they say. */
const readBytes = 65_536;
const bodyWaitMs = 1_000;

class Exchange implements Dispatcher.DispatchHandler {
  #progress: Progress = "unsent";
  #controller: Dispatcher.DispatchController | undefined;
  #answer: Extract<ExchangeOutcome, { kind: "answered" }> | undefined;
  readonly #kept: Buffer[] = [];
  #bodyBytes = 0;
  #isSettled = false;
  #bodyWait: AbortController | undefined;

  readonly #surroundings: ExchangeSurroundings;
  /** Let go once it was called: undici may hold the exchange until all memory is looked through, and it holds the event. */
  #resolve: ((ending: ExchangeOutcome) => void) | undefined;

  constructor(surroundings: ExchangeSurroundings, resolve: (ending: ExchangeOutcome) => void) {
    this.#surroundings = surroundings;
    this.#resolve = resolve;
    surroundings.deadline.onOver(() => this.#giveUp());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isSettled) return this.#drop();
    this.#progress = "sent";
  }

  onResponseStart(_: unknown, status: number, headers: Headers): void {
    if (status < 200) return; // informational: the answer is still to come
    this.#progress = "answering";
    const encoding = firstOf(headers["content-encoding"]);
    const contentType = firstOf(headers["content-type"]);
    const location = firstOf(headers["location"]);
    const answeredAt = this.#surroundings.clock.elapsed();
    this.#answer = { kind: "answered", status, answeredAt, body: noBytes, encoding, contentType, location };
    // A body that came with the headers is read by then, and needs no timer.
    queueMicrotask(() => void this.#limitWait());
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    const room = readBytes - this.#bodyBytes;
    if (room > 0) this.#kept.push(chunk.subarray(0, room));
    this.#bodyBytes += chunk.length;
    if (this.#bodyBytes > readBytes) this.#giveUp();
  }

  onResponseEnd(): void {
    this.#settle();
  }

  onResponseError(_: unknown, cause: Error): void {
    this.#settle({ kind: "broken", cause, progress: this.#progress });
  }

  async #limitWait(): Promise<void> {
    if (this.#isSettled) return;
    this.#bodyWait = new AbortController();
    await this.#surroundings.clock.sleep(bodyWaitMs, this.#bodyWait.signal);
    this.#giveUp();
  }

  /** Ends the exchange with what is known; the connection goes with it. */
  #giveUp(): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#drop();
  }

  #settle(ending?: ExchangeOutcome): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#bodyWait?.abort();
    this.#resolve?.(ending ?? this.#outcome());
    this.#resolve = undefined;
  }

  #outcome(): ExchangeOutcome {
    if (this.#answer !== undefined) return { ...this.#answer, body: joined(this.#kept) };
    return { kind: this.#surroundings.deadline.over ?? "cancelled" };
  }

  #drop(): void {
    this.#controller?.abort(new Error("The attempt is over."));
  }
}

const noBytes = Buffer.alloc(0);

function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 0 ? noBytes : Buffer.concat(chunks);
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
