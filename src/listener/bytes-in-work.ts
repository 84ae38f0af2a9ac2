import type { Clock } from "../clock.ts";

export interface BytesLimits {
  /** Of all bodies that are read, wait for their turn or are worked on. */
  held: number;
  /** Of those that are worked on; one alone may have more. */
  worked: number;
  /** A body that has no more than these is never paused: a small event does not wait until large ones have come. */
  unpaused: number;
}

const megabyte = 1024 * 1024;

/** Work makes twenty to fifty times the bytes of a body: texts, values, a file. So one large body at a time. */
export const bytesLimits: BytesLimits = { held: 32 * megabyte, worked: 8 * megabyte, unpaused: 64 * 1024 };

/** Where a body comes from. */
export interface Pausable {
  pause(): unknown;
  resume(): unknown;
}

/**
 * Counts the bytes of bodies from when they are read until what they tell is done. Beyond the limit bodies are not read
 * on, and what is still on its way waits with its sender. They go on in the order in which they came; where none is whole,
 * the first of them is not paused, so that one always gets on. What is counted has come: a sender that says little holds
 * up nobody.
 */
export class BytesInWork {
  readonly #limits: BytesLimits;
  readonly #clock: Clock;
  readonly #reading = new Set<BodyInWork>(); // in the order in which they came
  readonly #waiting = new Map<BodyInWork, () => void>(); // in the order in which they were whole
  #held = 0;
  #worked = 0;

  constructor(limits: BytesLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** A body of which bytes come from here. */
  read(source: Pausable): BodyInWork {
    const body: BodyInWork = new BodyInWork(source, this.#clock, {
      took: (bytes) => this.#took(body, bytes),
      turn: () => this.#turn(body),
      done: () => this.#done(body),
    });
    this.#reading.add(body);
    return body;
  }

  #took(body: BodyInWork, bytes: number): void {
    this.#held += bytes;
    const mayGoOn = body === this.#indispensable || body.bytes <= this.#limits.unpaused;
    if (this.#held > this.#limits.held && this.#reading.has(body) && !mayGoOn) body.pause();
  }

  /** Where none is whole, the first gets on whatever is held: by it others get their room. */
  get #indispensable(): BodyInWork | undefined {
    const [first] = this.#reading;
    return this.#waiting.size === 0 && this.#worked === 0 ? first : undefined;
  }

  #turn(body: BodyInWork): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#waiting.set(body, resolve));
    this.#reading.delete(body);
    this.#goOn();
    return turn;
  }

  #done(body: BodyInWork): void {
    this.#held -= body.bytes;
    if (body.isWorkedOn) this.#worked -= body.bytes;
    this.#reading.delete(body);
    this.#waiting.delete(body);
    this.#goOn();
  }

  #goOn(): void {
    for (const [body, begin] of this.#waiting) {
      if (this.#worked > 0 && this.#worked + body.bytes > this.#limits.worked) break;
      this.#waiting.delete(body);
      this.#worked += body.bytes;
      body.isWorkedOn = true;
      begin();
    }
    this.#indispensable?.resume();
    let room = this.#limits.held - this.#held;
    for (const body of this.#reading) {
      if (room <= 0) return;
      if (!body.isPaused) continue;
      room -= this.#limits.unpaused; // about what comes before it can be paused again
      body.resume();
    }
  }
}

interface Count {
  took(bytes: number): void;
  turn(): Promise<void>;
  done(): void;
}

/** One body that is counted. */
export class BodyInWork {
  readonly #source: Pausable;
  readonly #clock: Clock;
  readonly #count: Count;
  #bytes = 0;
  #pausedBefore = 0;
  #pausedAt: number | undefined;
  #isDone = false;
  isWorkedOn = false;

  constructor(source: Pausable, clock: Clock, count: Count) {
    this.#source = source;
    this.#clock = clock;
    this.#count = count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** So many more have come. */
  took(bytes: number): void {
    if (this.#isDone) return;
    this.#bytes += bytes;
    this.#count.took(bytes);
  }

  /** It is whole; resolves when it may be worked on. Called once. */
  turn(): Promise<void> {
    return this.#isDone ? Promise.resolve() : this.#count.turn();
  }

  /** Nothing of it is kept any more. May be called twice. */
  done(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#count.done();
  }

  get isPaused(): boolean {
    return this.#pausedAt !== undefined;
  }

  pause(): void {
    if (this.isPaused) return;
    this.#pausedAt = this.#clock.elapsed();
    this.#source.pause();
  }

  resume(): void {
    if (!this.isPaused) return;
    this.#pausedBefore = this.pausedMs;
    this.#pausedAt = undefined;
    this.#source.resume();
  }

  /** For how long it was not its sender that kept us waiting. */
  get pausedMs(): number {
    return this.#pausedBefore + (this.#pausedAt === undefined ? 0 : this.#clock.elapsed() - this.#pausedAt);
  }
}
