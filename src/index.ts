import { HooksError } from "./errors.ts";
import { expandPatterns, isObject, parsePath, setAt, type Json, type JsonObject } from "./events/index.ts";
import { readFixture, type Fixture } from "./fixtures/index.ts";
import { defaultSeededTime, generateEvents, generateScenario, type GeneratedEvent } from "./generate/index.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { systemClock } from "./clock.ts";

export { HooksError, type ErrorCode } from "./errors.ts";
export type { Json, JsonObject, Payload } from "./events/index.ts";
export type { Fixture, FixtureRequest, RawBody } from "./fixtures/index.ts";
export type { GeneratedEvent } from "./generate/index.ts";
export type { ListenLine } from "./listen-line.ts";

export interface SampleOptions {
  /** The same seed gives the same bytes, clock included. */
  seed?: number;
  /** When it happens; now, or with a seed a fixed day. */
  at?: Date;
  /** Payload path → value: `{ "resource.content.status": "CANCELLED" }`. */
  set?: Readonly<Record<string, Json>>;
  /** `https://marketplace.example.com` unless told otherwise. */
  marketplaceUrl?: string;
  /** Of the company's country: `de-DE`. By seed unless told otherwise. */
  locale?: string;
}

/**
 * The payload of a made-up event: `sample("subscription.added", { seed: 1 })`. Throws `HooksError` UNKNOWN_EVENT, and
 * BAD_VALUE for a path or a time that is none and for a locale that nothing can be made for.
 */
export function sample(name: string, options: SampleOptions = {}): JsonObject {
  const [eventName = name] = expandPatterns([name]);
  const [event] = generateEvents([eventName], making(options));
  if (event === undefined) throw new HooksError("UNKNOWN_EVENT", { message: `There is no event ${name}.` });
  return altered(event.payload, options);
}

/** The events of a life cycle, in their order and with the same ids throughout: `await scenario("purchase")`. */
export async function scenario(name: string, options: SampleOptions = {}): Promise<GeneratedEvent[]> {
  const events = await generateScenario(name, making(options));
  return Array.from(events, (event) => ({ ...event, payload: altered(event.payload, options) }));
}

/** Reads a fixture, or a plain payload file. Throws `HooksError` UNREADABLE_FIXTURE. */
export function loadFixture(path: string): Promise<Fixture> {
  return readFixture(path);
}

function making({ seed, at, marketplaceUrl, locale }: SampleOptions) {
  if (at !== undefined && Number.isNaN(at.getTime())) throw noTime();
  const random = seed === undefined ? systemRandom : seededRandom(seed);
  return { random, at: at ?? (seed === undefined ? systemClock.now() : defaultSeededTime), marketplaceUrl, locale };
}

function altered(payload: JsonObject, { set = {} }: SampleOptions): JsonObject {
  const changed = Object.entries(set).reduce<Json>((before, [path, value]) => {
    return setAt(before, parsePath(path), value).payload;
  }, payload);
  return isObject(changed) ? changed : payload;
}

function noTime(): HooksError {
  const message = "The time given as `at` is not a valid date.";
  return new HooksError("BAD_VALUE", { message, hint: 'Give one, for example new Date("2026-01-15T09:00:00Z").' });
}
