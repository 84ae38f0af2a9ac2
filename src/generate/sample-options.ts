import { type Assignment, isObject, type Json, parsePath } from "../events/index.ts";
import { seeds } from "../random.ts";
import {
  GivenOptions,
  type Moment,
  numberOnly,
  readMoment,
  readOrigin,
  readText,
  readWholeNumber,
  textOnly,
  Unusable,
} from "../values/index.ts";
import { refuseWhatIsNoJson } from "./json-only.ts";

/** Options of `sample` and `scenario`: those of the `generate` command (`--seed`, `--at` and so on). */
export interface SampleOptions {
  /** A whole number from 0. The same seed gives the same bytes, times included. */
  seed?: number;
  /** When it happens: a `Date`, ISO 8601, or an age such as `2h`. Default: now, or with `seed` a fixed day. */
  at?: Date | string;
  /** Payload path → value: `{ "resource.content.status": "CANCELLED" }`. */
  set?: Readonly<Record<string, Json>>;
  /** Refuses a path in `set` that the payload lacks (in a scenario: that all payloads lack), instead of adding it. */
  strict?: boolean;
  /** Default: `https://marketplace.example.com`. */
  marketplaceUrl?: string;
  /** The locale of the company's country, such as `de-DE`. Default: chosen by `seed`. */
  locale?: string;
}

export interface ReadSampleOptions {
  seed: number | undefined;
  at: Moment | undefined;
  set: readonly Assignment[];
  strict: boolean;
  marketplaceUrl: string | undefined;
  locale: string | undefined;
}

/**
 * Options as a program gave them, which no compiler may have seen. `caller` is what messages call the function: `sample`.
 * @throws HooksError USAGE for an option that does not exist, BAD_VALUE for a value that cannot be used.
 */
export function readSampleOptions(given: unknown, caller: string): ReadSampleOptions {
  const options = new GivenOptions(given, { caller, examples });
  return {
    seed: options.read("seed", (value) => readWholeNumber(numberOnly(value), seeds)),
    at: options.read("at", readMoment),
    set: options.read("set", readChanges) ?? [],
    strict: options.read("strict", readYesOrNo) ?? false,
    marketplaceUrl: options.read("marketplaceUrl", (value) => readOrigin(textOnly(value))),
    locale: options.read("locale", (value) => readText(textOnly(value))),
  };
}

/** Every option, with a value as it would be written. */
const examples: Readonly<Record<keyof SampleOptions, string>> = {
  seed: "7",
  at: '"2026-01-15T09:00:00Z"',
  set: '{ "resource.content.status": "CANCELLED" }',
  strict: "true",
  marketplaceUrl: '"https://marketplace.example.com"',
  locale: '"de-DE"',
};

function readYesOrNo(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Unusable("is neither true nor false");
  return value;
}

function readChanges(value: unknown): ReadSampleOptions["set"] {
  if (!isObject(value)) throw new Unusable("is not an object of payload paths and values");
  return Object.entries(value).map(([text, one]) => {
    const path = parsePath(text);
    refuseWhatIsNoJson(one, path.text);
    return { path, json: JSON.stringify(one) };
  });
}
