import { toldWithoutSecrets } from "./authentication/index.ts";
import { HooksError } from "./errors.ts";
import {
  describeEvent,
  expandPatterns,
  type Issue,
  issueSentence,
  isObject,
  type JsonObject,
  type Payload,
  validatePayload,
} from "./events/index.ts";
import type { AppDirectEvent, EventName, EventPayloads } from "./events/payloads/index.ts";
import { readFixture, type Fixture } from "./fixtures/index.ts";
import {
  altered,
  defaultSeededTime,
  generateEvents,
  generateScenario,
  readSampleOptions,
  type ScenarioName,
  type SampleOptions,
} from "./generate/index.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { systemClock } from "./clock.ts";

export { HooksError, type ErrorCode } from "./errors.ts";
export type { IssueKind, Json, JsonObject, Payload } from "./events/index.ts";
export type * from "./events/payloads/index.ts";
export type { Fixture, FixtureRequest, RawBody } from "./fixtures/index.ts";
export type { SampleOptions, ScenarioName } from "./generate/index.ts";
export type { ListenLine } from "./listen-line/index.ts";

/** An event that AppDirect does not document, or not in this shape: any JSON, to be looked at first. */
export type UnknownEvent = Payload;

/** @deprecated The earlier name of `AppDirectEvent`. */
export type WebhookEvent = AppDirectEvent;

/** A resource, or an event with `*` in it: `order`, `order.*`, `*.removed`. */
export type EventPattern = ResourceOf<EventName> | `${string}*${string}`;
type ResourceOf<Name extends EventName> = Name extends `${infer Resource}.${string}` ? Resource : never;

/** A fixture, whose payload `isDocumented` tells apart. */
export interface LoadedFixture extends Fixture {
  payload: AppDirectEvent | UnknownEvent;
}

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
      event: AppDirectEvent | undefined;
      /** Notes alone. */
      issues: ValidationIssue[];
    }
  | { valid: false; event?: undefined; issues: ValidationIssue[] };

/**
 * The payload of a generated event: `sample("subscription.added", { seed: 1 })`. Its type is the event's, before what
 * `set` changes. Throws `HooksError` UNKNOWN_EVENT, USAGE for an option that does not exist, and BAD_VALUE for a value
 * that cannot be used, as `generate` does: a malformed path or time, an unknown locale.
 */
export function sample<Name extends EventName>(name: Name, options?: SampleOptions): EventPayloads[Name];
/** The same of the first event that a pattern names. */
export function sample(pattern: EventPattern, options?: SampleOptions): AppDirectEvent;
export function sample(name: string, options: SampleOptions = {}): JsonObject {
  const read = readSampleOptions(options, "sample");
  const [eventName = name] = expandPatterns([name]);
  const [event] = generateEvents([eventName], making(read));
  if (event === undefined) throw new HooksError("UNKNOWN_EVENT", { message: `Unknown event: ${name}.` });
  const [payload = event.payload] = altered([event.payload], read);
  return payload;
}

/**
 * The payloads of a life cycle's events, in their order and with the same ids throughout: `await scenario("purchase")`.
 * Each is typed as before what `set` changes. Throws what `sample` throws.
 */
export function scenario(name: ScenarioName, options?: SampleOptions): Promise<AppDirectEvent[]>;
export async function scenario(name: string, options: SampleOptions = {}): Promise<JsonObject[]> {
  const read = readSampleOptions(options, "scenario");
  const events = await generateScenario(name, making(read));
  return altered(
    Array.from(events, ({ payload }) => payload),
    read,
  );
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
  return { valid, event: isNamed(payload) ? payload : undefined, issues };
}

/**
 * Whether it is an event that AppDirect documents, in the documented shape: `validate` finds no error in it, and its
 * resource and action are documented. That reads every field, a fraction of a millisecond for most events. What
 * `validate` only notes may differ from the type; so may `[redacted]`, which stands in fixtures where secrets stood.
 */
export function isDocumented(event: unknown): event is AppDirectEvent {
  return isNamed(event) && validatePayload(event, { errorsOnly: true, most: 1, ...toldWithoutSecrets }).valid;
}

/** Reads a fixture, or a plain payload file. Throws `HooksError` UNREADABLE_FIXTURE. */
export function loadFixture(path: string): Promise<LoadedFixture> {
  return readFixture(path);
}

/** What a payload without an error is, if its resource and action are documented. */
function isNamed(payload: unknown): payload is AppDirectEvent {
  return isObject(payload) && describeEvent(payload).known;
}

function making({ seed, at, marketplaceUrl, locale }: ReturnType<typeof readSampleOptions>) {
  const now = systemClock.now();
  const random = seed === undefined ? systemRandom : seededRandom(seed);
  return { random, at: at?.(now) ?? (seed === undefined ? now : defaultSeededTime), marketplaceUrl, locale };
}
