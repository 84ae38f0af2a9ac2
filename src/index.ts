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
import type {
  MarketplaceAttempt,
  MarketplaceClock,
  MarketplaceOptions,
  RunningMarketplace,
} from "./marketplace/simulator/index.ts";
import { seededRandom, systemRandom } from "./random.ts";
import { systemClock } from "./clock.ts";

export { HooksError, type ErrorCode } from "./errors.ts";
export type { IssueKind, Json, JsonObject, Payload } from "./events/index.ts";
export type * from "./events/payloads/index.ts";
export type { Fixture, FixtureRequest, RawBody } from "./fixtures/index.ts";
export type { SampleOptions, ScenarioName } from "./generate/index.ts";
export type { ListenLine } from "./listen-line/index.ts";
export type { MarketplaceAttempt, MarketplaceClock, MarketplaceOptions } from "./marketplace/simulator/index.ts";

/** An event that AppDirect does not document, or not in this shape: any JSON. Check it before use. */
export type UnknownEvent = Payload;

/** @deprecated Use `AppDirectEvent`. */
export type WebhookEvent = AppDirectEvent;

/** A resource, or a pattern with `*`: `order`, `order.*`, `*.removed`. */
export type EventPattern = ResourceOf<EventName> | `${string}*${string}`;
type ResourceOf<Name extends EventName> = Name extends `${infer Resource}.${string}` ? Resource : never;

/** A fixture. Use `isDocumented` to narrow its payload. */
export interface LoadedFixture extends Fixture {
  payload: AppDirectEvent | UnknownEvent;
}

export interface ValidateOptions {
  /** Treats notes as errors. */
  strict?: boolean;
}

/** One difference that `validate` found. */
export interface ValidationIssue extends Issue {
  /** `found the number 7; documented: text. Write it as text: "7".` */
  message: string;
}

/** A simulated marketplace on this machine. */
export interface Marketplace {
  /** `http://127.0.0.1:49152`: its API, and where the resources of its events are. */
  readonly url: string;
  readonly clock: MarketplaceClock;
  /**
   * Generates the payload of an event as `sample` does, and sends it: `await marketplace.emit("order.added")`. Resolves
   * with the payload when the first attempt at every webhook has ended. The type does not reflect changes by `set`.
   *
   * Throws the same errors as `sample`.
   */
  emit<Name extends EventName>(name: Name, options?: SampleOptions): Promise<EventPayloads[Name]>;
  /** The first event that matches a pattern. */
  emit(pattern: EventPattern, options?: SampleOptions): Promise<AppDirectEvent>;
  /** A payload of your own. */
  emit<Payload extends JsonObject | AppDirectEvent>(payload: Payload): Promise<Payload>;
  /** Every attempt so far, in order. */
  attempts(): MarketplaceAttempt[];
  /** Takes no more calls, and cancels attempts in flight. Can be called twice. */
  close(): Promise<void>;
}

export type ValidationResult =
  | {
      valid: true;
      /** The payload, typed; undefined if its resource, or the action of that resource, is not documented. */
      event: AppDirectEvent | undefined;
      /** Only notes. */
      issues: ValidationIssue[];
    }
  | { valid: false; event?: undefined; issues: ValidationIssue[] };

/**
 * Generates the payload of a sample event: `sample("subscription.added", { seed: 1 })`. The type does not reflect
 * changes by `set`.
 *
 * Throws `HooksError`: UNKNOWN_EVENT; USAGE for an unknown option; BAD_VALUE for a value that `generate` would refuse,
 * such as a malformed path or time, or an unknown locale.
 */
export function sample<Name extends EventName>(name: Name, options?: SampleOptions): EventPayloads[Name];
/** Generates the payload of the first event that matches a pattern. */
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
 * Generates the payloads of a life cycle, in order and with the same ids throughout: `await scenario("purchase")`.
 * The types do not reflect changes by `set`. Throws the same errors as `sample`.
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
 * Compares a payload, parsed from JSON, with AppDirect's documentation. Never throws, unless a getter or a proxy in
 * the payload does. Issues contain no values of fields that are named like secrets, and no tokens or passwords of other
 * fields. `[redacted]`, as in fixtures, is valid in every field.
 *
 * `event` has no errors, but may differ from its type wherever there is a note: an undocumented value, or a missing
 * field that may be null. With `strict` there are no notes.
 */
export function validate(payload: unknown, { strict }: ValidateOptions = {}): ValidationResult {
  const { valid, issues: found } = validatePayload(payload, { strict, ...toldWithoutSecrets });
  const issues = found.map((issue) => ({ ...issue, message: issueSentence(issue) }));
  if (!valid) return { valid, issues };
  return { valid, event: isNamed(payload) ? payload : undefined, issues };
}

/**
 * Whether `validate` finds no error, and AppDirect documents the resource and action. It reads every field, which takes
 * a fraction of a millisecond for most events. Fields may differ from their types where `validate` has a note, and where
 * a fixture has `[redacted]`.
 */
export function isDocumented(event: unknown): event is AppDirectEvent {
  return isNamed(event) && validatePayload(event, { errorsOnly: true, most: 1, ...toldWithoutSecrets }).valid;
}

/** Reads a fixture, or a plain payload file. Throws `HooksError` UNREADABLE_FIXTURE. */
export function loadFixture(path: string): Promise<LoadedFixture> {
  return readFixture(path);
}

/**
 * Starts a simulated marketplace on this machine: `await startMarketplace({ to: "http://localhost:3000/" })`. It makes
 * the attempts that AppDirect documents, by a clock that you move: days of retries take milliseconds.
 *
 * Throws `HooksError`: USAGE for an unknown option; BAD_VALUE for a value that `simulate` would refuse; PORT_IN_USE.
 */
export function startMarketplace(options?: MarketplaceOptions): Promise<Marketplace>;
export async function startMarketplace(options: MarketplaceOptions = {}): Promise<Omit<RunningMarketplace, "emit">> {
  const { startForProgram } = await import("./marketplace/simulator/index.ts");
  return startForProgram(options, { clock: systemClock, random: systemRandom });
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
