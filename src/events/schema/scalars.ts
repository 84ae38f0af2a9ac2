import {
  array,
  boolean,
  check,
  type GenericSchema,
  integer,
  isoDate,
  looseObject,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  pipe,
  regex,
  string,
  title,
  union,
  unknown,
} from "valibot";
import { isCurrency } from "./currency.ts";
import { field } from "./field.ts";

// What AppDirect's fields are made of. In the captures absent values are nulls rather than missing keys, so most may be
// null. A title is what the kind is called where a value does not fit it.

export const text = string();
export const textOrNull = nullable(text);

export const yesOrNo = boolean();
export const yesOrNoOrNull = nullable(yesOrNo);

/** Later than March 1973 and sooner than 5138: a number of seconds or microseconds is none. */
export const timestamp = pipe(
  number(),
  integer(),
  minValue(100_000_000_000),
  maxValue(99_999_999_999_999),
  title("epoch milliseconds"),
);
export const timestampOrNull = nullable(timestamp);

/** Where nobody says which of the two it is. */
export const uncertainTime = pipe(
  union([
    timestamp,
    pipe(
      string(),
      check((value) => /^\d{12,14}$/.test(value) || !Number.isNaN(Date.parse(value))),
    ),
  ]),
  title("epoch milliseconds, or a time as text"),
);
export const uncertainTimeOrNull = nullable(uncertainTime);

/** `2026-01-15`: only an order's serviceStartDate was seen so. */
export const isoDay = pipe(string(), isoDate(), title("a day as yyyy-MM-dd"));

export const httpUrl = pipe(
  string(),
  regex(/^https?:\/\//i),
  check((value) => URL.canParse(value)),
  title("an http or https address"),
);
export const httpUrlOrNull = nullable(httpUrl);

export const amount = number();
export const amountOrNull = nullable(amount);
export const wholeNumber = pipe(number(), integer(), title("a whole number"));
export const wholeNumberOrNull = nullable(wholeNumber);

/** ISO 4217. */
export const currency = pipe(string(), regex(/^[A-Z]{3}$/), check(isCurrency), title("an ISO 4217 currency code"));

/** The tables say "2 letters", and not which. */
export const countryCode = pipe(string(), regex(/^[A-Za-z]{2}$/), title("a country code of two letters"));
export const languageCode = pipe(string(), regex(/^[A-Za-z]{2}$/), title("a language code of two letters"));

/** The tables have `en_US`, the example has `en-US`. */
export const locale = pipe(
  string(),
  regex(/^[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*$/),
  title("a locale such as en-US or en_US"),
);

/** An id or a value that came as a number here and as a text there. */
export const textOrNumber = union([string(), number()]);
export const textOrNumberOrNull = nullable(textOrNumber);

/** The documentation names it and does not say what is in it: an object, null, or missing. */
export const open = optional(nullable(looseObject({})));
/** The same of a list. */
export const openList = optional(nullable(array(unknown())));
/** Not even the kind of value is known. */
export const anything = optional(unknown());

/** A field that a public client of the REST API has, and no webhook captured in 2018 had. */
export const newer = <Schema extends GenericSchema>(schema: Schema, meaning = "") =>
  optional(field(schema, meaning, { certainty: "from the REST API" }));
