import { unitsMs } from "../../../duration.ts";

/** Epoch milliseconds rounded down to the second, as creation dates were in every payload seen. */
export const toSecond = (date: Date): number => Math.floor(date.getTime() / 1000) * 1000;

export const toSecondOrNull = (date: Date | undefined): number | null => (date === undefined ? null : toSecond(date));

/** `2026-01-15`, UTC. Most dates of a run are of the day of the one before, whose text is kept. */
export function toIsoDay(date: Date): string {
  const day = Math.floor(date.getTime() / unitsMs.d);
  if (day !== last.day) last = { day, text: date.toISOString().slice(0, 10) };
  return last.text;
}

let last = { day: Number.NaN, text: "" };
