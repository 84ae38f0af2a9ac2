import type { Clock } from "../../clock.ts";
import { whenAborted } from "../../waiting.ts";
import { Line } from "./line.ts";
import type { Sending } from "./sendings.ts";

export interface DispatcherParts {
  concurrency: number;
  clock: Clock;
  /** Nothing sets out once it aborts. */
  signal: AbortSignal;
  /** One attempt; gives what is to set out later in its place. */
  send(sending: Sending): Promise<Retry | undefined>;
}

export interface Retry {
  inMs: number;
  sending: Sending;
}

/** Read ahead of what is being sent: nobody waits for the disk, and the journal is given several events at once. */
const ahead = 16;

/** What waits for its next attempt; beyond that nothing more is read until some of it is done. */
const mostRetriesBytes = 32 * 1024 ** 2;

/** Sends each in its turn, so many at once, and those that are to be sent again when they are due. */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #line = new Line();
  readonly #retries = new Map<Sending, () => void>();
  #retriesBytes = 0;
  #running = 0;
  /** What goes out of the event that was read last, as far as it is not in the line yet. */
  #next: Iterator<Sending> | undefined;
  #isPulling = false;
  #isDrained = false;
  /** Until the first has ended, nothing is read for later: it would only keep the first waiting. */
  #ahead = 0;
  #failure: unknown;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** How many are on their way. */
  get running(): number {
    return this.#running;
  }

  /**
   * Resolves when all were sent; after an abort, when what is on its way has ended: no further item is waited for, for
   * standard input may never give one. Gives what was read and not sent for that reason, or not sent again. Rejects as
   * the source does, once what it gave before is sent, and as `send` does.
   */
  async run(source: AsyncIterable<Iterable<Sending>>): Promise<Sending[]> {
    const { signal } = this.#parts;
    const items = source[Symbol.asyncIterator]();
    await new Promise<void>((resolve, reject) => {
      const goOn = () => {
        this.#start(goOn, reject);
        if (signal.aborted ? this.#running === 0 : this.#isDone) resolve();
        else if (!signal.aborted && this.#mayPull) void this.#pull(items).then(goOn, reject);
      };
      whenAborted(signal, goOn);
      if (!signal.aborted) goOn();
    });
    for (const forget of this.#retries.values()) forget();
    if (this.#failure !== undefined) throw this.#failure;
    return [...this.#retries.keys(), ...this.#line];
  }

  get #isDone(): boolean {
    const isAllRead = this.#isDrained && this.#next === undefined;
    return isAllRead && this.#running === 0 && this.#line.isEmpty && this.#retries.size === 0;
  }

  get #wantsMore(): boolean {
    const hasRoom = !this.#line.isFull && this.#retriesBytes < mostRetriesBytes;
    const wanted = Math.max(this.#ahead, this.#parts.concurrency - this.#running);
    return this.#line.ready < wanted && hasRoom;
  }

  get #mayPull(): boolean {
    return this.#wantsMore && this.#next === undefined && !this.#isPulling && !this.#isDrained;
  }

  /** Fills the line from what was read, as far as it is wanted. */
  #fill(): void {
    while (this.#next !== undefined && this.#wantsMore) {
      const { done, value } = this.#next.next();
      if (done === true) this.#next = undefined;
      else this.#line.add(value);
    }
  }

  async #pull(items: AsyncIterator<Iterable<Sending>>): Promise<void> {
    this.#isPulling = true;
    try {
      const next = await items.next();
      if (next.done === true) this.#isDrained = true;
      else this.#next = next.value[Symbol.iterator]();
    } catch (cause) {
      this.#isDrained = true;
      this.#failure = cause;
    } finally {
      this.#isPulling = false;
    }
  }

  #start(goOn: () => void, reject: (cause: unknown) => void): void {
    const { concurrency, signal } = this.#parts;
    for (;;) {
      this.#fill();
      const sending = this.#running < concurrency && !signal.aborted ? this.#line.next() : undefined;
      if (sending === undefined) return;
      this.#running += 1;
      this.#parts.send(sending).then((again) => {
        this.#running -= 1;
        this.#ahead = ahead;
        this.#line.ended(sending);
        if (again !== undefined) this.#later(again, goOn);
        goOn();
      }, reject);
    }
  }

  #later({ inMs, sending }: Retry, goOn: () => void): void {
    const bytes = sending.outgoing.body.length;
    this.#retriesBytes += bytes;
    const forget = this.#parts.clock.after(inMs, () => {
      this.#retries.delete(sending);
      this.#retriesBytes -= bytes;
      this.#line.add(sending);
      goOn();
    });
    this.#retries.set(sending, forget);
  }
}
