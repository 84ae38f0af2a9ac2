import { unitsMs } from "../duration.ts";
import { documentedEvent, type JsonObject, type Story } from "../events/index.ts";
import type { Random } from "../random.ts";
import { beginStory, type SharedBeginning } from "./beginning.ts";
import { countryOf } from "./countries.ts";
import { generatePayload } from "./payload.ts";
import { pick } from "./pick.ts";
import { notATimeOfEvents } from "./sentences.ts";

/** A made-up event. */
export interface GeneratedEvent {
  /** `subscription.added` */
  event: string;
  payload: JsonObject;
  /** When it happened, as its timestamp says. */
  at: Date;
}

export interface GenerateOptions {
  random: Random;
  /** When the first event happens; the others follow some seconds apart. */
  at: Date;
  /** How many of each event, or of the scenario; 1. */
  count?: number;
  /** `https://marketplace.example.com` */
  marketplaceUrl?: string | undefined;
  /** Of the company's country: `de-DE`; by seed where it is left out. */
  locale?: string | undefined;
}

export const defaultMarketplaceUrl = "https://marketplace.example.com";

/** The time where a seed is given and no other time: the same seed then gives the same bytes on any day. */
export const defaultSeededTime = new Date("2026-01-15T09:00:00Z");

/**
 * Each of the events named, `count` times, in rounds; each about another company, user and purchase. Made while they
 * are taken, so that any number of them needs no memory.
 * @throws HooksError UNKNOWN_EVENT, at once, for an event that AppDirect does not document; BAD_VALUE for a locale or a
 * time that nothing can be made for.
 */
export function generateEvents(names: readonly string[], options: GenerateOptions): Iterable<GeneratedEvent> {
  for (const name of names) documentedEvent(name);
  return makeRounds(names, options, sharedBeginning(options));
}

/** @throws HooksError BAD_VALUE for a locale, or a time, that nothing can be made for. */
export function sharedBeginning({ random, at, marketplaceUrl, locale }: GenerateOptions): SharedBeginning {
  const country = locale === undefined ? undefined : countryOf(locale);
  const year = at.getUTCFullYear();
  if (year < firstYear || year > lastYear) throw notATimeOfEvents(at);
  return { random, marketplaceUrl: trimUrl(marketplaceUrl), country };
}

/** The timestamps of what happens then, and some months around it, are plainly milliseconds (schema/scalars.ts). */
const firstYear = 1980;
const lastYear = 4999;

function* makeRounds(
  names: readonly string[],
  options: GenerateOptions,
  shared: SharedBeginning,
): Generator<GeneratedEvent> {
  const { random, count = 1 } = options;
  let at = options.at;
  for (let round = 0; round < count; round++) {
    for (const event of names) {
      yield { event, at, payload: generatePayload(event, storyOf(event, at, shared)) };
      at = new Date(at.getTime() + random.integer(1000, 5000));
    }
  }
}

/** What is added begins now; what is changed or removed was added some days ago. */
function storyOf(event: string, at: Date, shared: SharedBeginning): Story {
  const { random } = shared;
  const { action, definition } = documentedEvent(event);
  const { added, changes = [] } = definition;
  const ageMs = action === "ADDED" ? 0 : random.integer(2, 90) * unitsMs.d;
  const beginning = beginStory({ ...shared, at: new Date(at.getTime() - ageMs) });
  const begun = added?.(beginning) ?? beginning;
  if (action === "ADDED") return begun;
  const before = { ...begun, at };
  return action === "CHANGED" && changes.length > 0 ? pick(random, changes)(before) : before;
}

/** Without the slash at its end: paths begin with one. */
function trimUrl(url = defaultMarketplaceUrl): string {
  return url.replace(/\/+$/, "");
}
