import { integer, isoDate, minValue, nullable, number, optional, pipe, string, url } from "valibot";

// What AppDirect's fields are made of. In the captures absent values are nulls rather than missing keys, so most may be null.

export const text = string();
export const textOrNull = nullable(text);

/** Epoch milliseconds. */
export const timestamp = pipe(number(), integer(), minValue(0));
export const timestampOrNull = nullable(timestamp);

/** `2026-01-15`: only an order's serviceStartDate was seen so. */
export const isoDay = pipe(string(), isoDate());

export const httpUrl = pipe(string(), url());
export const httpUrlOrNull = nullable(httpUrl);

export const wholeNumber = pipe(number(), integer());
export const wholeNumberOrNull = nullable(wholeNumber);

/** Fields that a public client of the REST API has, and no webhook captured in 2018 had. */
export const newer = optional;
