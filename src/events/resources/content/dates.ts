/** Epoch milliseconds rounded down to the second, as creation dates were in every payload seen. */
export const toSecond = (date: Date): number => Math.floor(date.getTime() / 1000) * 1000;

export const toSecondOrNull = (date: Date | undefined): number | null => (date === undefined ? null : toSecond(date));

/** `2026-01-15`, UTC. */
export const toIsoDay = (date: Date): string => date.toISOString().slice(0, 10);
