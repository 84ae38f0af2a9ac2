import type { Clock } from "../../../clock.ts";
import { parseDuration, type Duration } from "../../../duration.ts";
import { HooksError } from "../../../errors.ts";
import { describeEvent, expandPatterns, isObject, type JsonObject } from "../../../events/index.ts";
import { altered, generateEvents, readSampleOptions, type SampleOptions } from "../../../generate/index.ts";
import type { Random } from "../../../random.ts";
import type { ServedMarketplace } from "../start.ts";
import { VirtualClock } from "../virtual-clock.ts";

/** A try to deliver an event of a marketplace. */
export interface MarketplaceAttempt {
  /** `subscription.added` */
  event: string;
  uuid: string;
  /** Of the webhook. */
  url: string;
  /** Of this event at this webhook, from 1. */
  number: number;
  at: Date;
  /** How long it took, in ms of real time. */
  ms: number;
  delivered: boolean;
  /** The HTTP status; undefined if there was no answer. */
  status?: number;
  /** Why it failed, in a few words: `500`, `refused`, `no access token`. */
  reason?: string;
  /** When the next attempt is due; undefined if it was delivered or given up. */
  nextAt?: Date;
}

/** The time of a marketplace. */
export interface MarketplaceClock {
  now(): Date;
  /**
   * Moves it by so many ms, or a duration such as `5h`: all attempts that become due are made, one after another.
   * Resolves when they have ended. Throws `HooksError` BAD_VALUE; USAGE with `timeScale`, for that time is real.
   */
  advance(by: number | Duration): Promise<void>;
}

/** A simulated marketplace on this machine. */
export class RunningMarketplace {
  /** `http://127.0.0.1:49152` */
  readonly url: string;
  readonly clock: MarketplaceClock;
  readonly #served: ServedMarketplace;
  readonly #clock: Clock;
  readonly #random: Random;
  #isClosed = false;

  constructor(served: ServedMarketplace, { clock, random }: { clock: Clock; random: Random }) {
    this.url = served.url;
    this.#served = served;
    this.#clock = clock;
    this.#random = random;
    this.clock = { now: () => clock.now(), advance: (by) => this.#advance(by) };
  }

  /**
   * Makes an event happen: one by its name or a pattern, generated with these options, or a payload of your own. Resolves
   * with the payload when every webhook that gets it had its first attempt. Throws what `sample` throws.
   */
  async emit(event: string | JsonObject, options: SampleOptions = {}): Promise<JsonObject> {
    if (typeof event !== "string" && !isObject(event)) throw notAnEvent();
    if (this.#isClosed) throw closed();
    const payload = typeof event === "string" ? this.#sample(event, options) : event;
    await this.#served.happen({ event: describeEvent(payload).name, payload });
    await this.#served.marketplace.settled();
    return payload;
  }

  /** All attempts so far, in the order in which they were made. */
  attempts(): MarketplaceAttempt[] {
    const entries = this.#served.marketplace.state.entries().toReversed();
    const all = entries.flatMap(({ event, uuid, url, attempts }) =>
      attempts.map(({ at, nextAt, number, ms, delivered, status, reason }) => ({
        event,
        uuid,
        url,
        number,
        at: new Date(at),
        ms,
        delivered,
        ...(status !== undefined && { status }),
        ...(reason !== undefined && { reason }),
        ...(nextAt !== undefined && { nextAt: new Date(nextAt) }),
      })),
    );
    return all.toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.number - other.number);
  }

  /** Takes no more calls, and cancels attempts in flight. May be called twice. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.#served.close();
  }

  #sample(pattern: string, options: SampleOptions): JsonObject {
    const read = readSampleOptions(options, "emit");
    const [name = pattern] = expandPatterns([pattern]);
    const at = read.at?.(this.#clock.now()) ?? this.#clock.now();
    const { marketplaceUrl = this.url, locale } = read;
    const [made] = generateEvents([name], { random: this.#random, at, marketplaceUrl, locale });
    const [payload] = made === undefined ? [] : altered([made.payload], read);
    if (!isObject(payload)) throw new TypeError(`No payload was made of ${name}.`);
    return payload;
  }

  async #advance(by: number | Duration): Promise<void> {
    const ms = typeof by === "number" ? by : parseDuration(by);
    if (ms === undefined || !(ms >= 0) || this.#clock.now().getTime() + ms > lastMoment) throw notADuration(by);
    if (!(this.#clock instanceof VirtualClock)) throw realClock();
    await this.#clock.advance(ms, () => this.#served.marketplace.settled());
  }
}

/** The last that a `Date` can hold, in ms. */
const lastMoment = 8.64e15;

function notAnEvent(): HooksError {
  return new HooksError("BAD_VALUE", {
    message: "emit was given neither the name of an event nor a payload.",
    hint: 'Use, for example, emit("subscription.added").',
  });
}

function closed(): HooksError {
  return new HooksError("USAGE", { message: "This marketplace is closed.", hint: "Start another one." });
}

function notADuration(by: unknown): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `clock.advance cannot use ${String(by)}.`,
    hint: 'Use a duration such as "5h", or a number of milliseconds from 0.',
  });
}

function realClock(): HooksError {
  return new HooksError("USAGE", {
    message: "The time of this marketplace is real, because of timeScale, and cannot be moved.",
    hint: "Leave timeScale out.",
  });
}
