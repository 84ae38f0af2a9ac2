import { toldWithoutSecrets } from "./authentication/index.ts";
import { HooksError } from "./errors.ts";
import {
  describeEvent,
  eventNames,
  expandPatterns,
  type Issue,
  issueSentence,
  isObject,
  type Json,
  type JsonObject,
  setInText,
  validatePayload,
} from "./events/index.ts";
import type { EventName, EventPayloads, WebhookEvent } from "./events/payloads/index.ts";
import { readFixture, type Fixture } from "./fixtures/index.ts";
import {
  defaultSeededTime,
  generateEvents,
  generateScenario,
  readSampleOptions,
  type SampleOptions,
} from "./generate/index.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { systemClock } from "./clock.ts";

export { HooksError, type ErrorCode } from "./errors.ts";
export type { IssueKind, Json, JsonObject, Payload } from "./events/index.ts";
export type * from "./events/payloads/index.ts";
export type { Fixture, FixtureRequest, RawBody } from "./fixtures/index.ts";
export type { SampleOptions } from "./generate/index.ts";
export type { ListenLine } from "./listen-line.ts";

/** An event of a scenario; `event` tells what its payload is, before what `set` changes. */
export type GeneratedEvent = {
  [Name in EventName]: {
    /** `subscription.added` */
    event: Name;
    payload: EventPayloads[Name];
    /** When it happened, as its timestamp says. */
    at: Date;
  };
}[EventName];

export interface ValidateOptions {
  /** Notes are errors too. */
  strict?: boolean;
}

/** One thing that `validate` found, in parts and as a sentence. */
export interface ValidationIssue extends Issue {
  /** `found the number 7; documented: text. Write it as text: "7".` */
  message: string;
}

export type ValidationResult =
  | {
      valid: true;
      /** The payload, typed; undefined where its resource, or its action of that resource, is not documented. */
      event: WebhookEvent | undefined;
      /** Notes alone. */
      issues: ValidationIssue[];
    }
  | { valid: false; event?: undefined; issues: ValidationIssue[] };

/**
 * The payload of a made-up event: `sample("subscription.added", { seed: 1 })`. Its type is the event's, before what
 * `set` changes. Throws `HooksError` UNKNOWN_EVENT, USAGE for an option that does not exist, and BAD_VALUE for a value
 * that cannot be used, as `generate` does: a path or a time that is none, a locale that nothing can be made for.
 */
export function sample<Name extends EventName>(name: Name, options?: SampleOptions): EventPayloads[Name];
/** The same of the first event that a pattern names. */
export function sample(name: string, options?: SampleOptions): JsonObject;
export function sample(name: string, options: SampleOptions = {}): JsonObject {
  const read = readSampleOptions(options, "sample");
  const [eventName = name] = expandPatterns([name]);
  const [event] = generateEvents([eventName], making(read));
  if (event === undefined) throw new HooksError("UNKNOWN_EVENT", { message: `There is no event ${name}.` });
  return altered(event.payload, read);
}

/** The events of a life cycle, in their order and with the same ids throughout: `await scenario("purchase")`. */
export async function scenario(name: string, options: SampleOptions = {}): Promise<GeneratedEvent[]> {
  const read = readSampleOptions(options, "scenario");
  const events = await generateScenario(name, making(read));
  return Array.from(events, (event) => ({ ...event, payload: altered(event.payload, read) })).filter(isTyped);
}

/**
 * Compares a payload, parsed from JSON, with what AppDirect documents. Never throws, unless a getter or a proxy in it
 * does. The values of fields that are named like secrets stand in no issue, nor do tokens and passwords in other values;
 * `[redacted]`, which a fixture has in their place, fits every field.
 *
 * `event` is the payload as far as its errors say: what a note tells of may differ from its type, a word that is not
 * documented or a field that is missing where null is documented. With `strict` there are no notes.
 */
export function validate(payload: unknown, { strict }: ValidateOptions = {}): ValidationResult {
  const { valid, issues: found } = validatePayload(payload, { strict, ...toldWithoutSecrets });
  const issues = found.map((issue) => ({ ...issue, message: issueSentence(issue) }));
  if (!valid) return { valid, issues };
  return { valid, event: isWebhookEvent(payload) ? payload : undefined, issues };
}

/** Reads a fixture, or a plain payload file. Throws `HooksError` UNREADABLE_FIXTURE. */
export function loadFixture(path: string): Promise<Fixture> {
  return readFixture(path);
}

/** Of a payload without an error. */
function isWebhookEvent(payload: unknown): payload is WebhookEvent {
  return isObject(payload) && describeEvent(payload).known;
}

/** What is generated has the type of its name, which the compiler cannot see; `generate` holds it to its schema. */
function isTyped(event: { event: string; payload: JsonObject; at: Date }): event is GeneratedEvent {
  return eventNames.includes(event.event);
}

function making({ seed, at, marketplaceUrl, locale }: ReturnType<typeof readSampleOptions>) {
  const now = systemClock.now();
  const random = seed === undefined ? systemRandom : seededRandom(seed);
  return { random, at: at?.(now) ?? (seed === undefined ? now : defaultSeededTime), marketplaceUrl, locale };
}

function altered(payload: JsonObject, { set }: Pick<ReturnType<typeof readSampleOptions>, "set">): JsonObject {
  const text = set.reduce((before, { path, json }) => setInText(before, path, json).text, JSON.stringify(payload));
  const changed: Json = JSON.parse(text);
  return isObject(changed) ? changed : payload;
}
