import { isDate } from "node:util/types";
import { parseDuration, unitsMs } from "../duration.ts";
import { Unusable } from "./unusable.ts";

/** A time, given as an age or not: an age depends on the current time. */
export type Moment = (now: Date) => Date;

/** ISO 8601: a day, or a day and a time, with or without its zone. */
const isoTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** About a hundred years; subtracting much more would leave what a `Date` can hold. */
const longestAgeMs = 36_525 * unitsMs.d;

/** A time as ISO 8601, or as an age: `2h` is two hours ago. Throws `Unusable`. */
export function readTime(given: string): Moment {
  const age = parseDuration(given);
  if (age !== undefined && age <= longestAgeMs) return (now) => new Date(now.getTime() - age);
  const value = isoTime.test(given) ? new Date(given) : new Date(Number.NaN);
  if (age !== undefined || Number.isNaN(value.getTime()) || !isOfItsDay(given)) throw notATime();
  return () => value;
}

/** The same of a `Date`, or a text, which may be anything. Throws `Unusable`. */
export function readMoment(given: unknown): Moment {
  if (typeof given === "string") return readTime(given);
  if (!isDate(given) || Number.isNaN(given.getTime())) throw notATime();
  return () => given;
}

function notATime(): Unusable {
  return new Unusable("is neither a time such as 2026-11-23T14:05:11Z nor an age such as 2h");
}

/** JavaScript takes 31 February for 3 March. */
function isOfItsDay(given: string): boolean {
  const day = given.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
