import { Unusable } from "./unusable.ts";

/** The smallest and the largest that is taken. */
export interface WholeNumbers {
  min: number;
  max: number;
}

/** `value` where it is one of them; NaN is none. Throws `Unusable`. */
export function readWholeNumber(value: number, { min, max }: WholeNumbers): number {
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Unusable(`is not a whole number from ${min} to ${max}`);
}

/** Of what should be a number and may be anything; NaN is no whole number. */
export function numberOnly(given: unknown): number {
  return typeof given === "number" ? given : Number.NaN;
}
