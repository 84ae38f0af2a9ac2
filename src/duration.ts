/** A length of time as it is typed: `250ms`, `90s`, `30m`, `12h`, `3d`; with a fraction too, `1.5h`. */
export type Duration = `${number}${keyof typeof unitsMs}`;

/** How long each unit is, the shortest first. */
export const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds; undefined where the text is not a `Duration`, as without a unit or with a sign. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  return isUnit(unit) ? Number(amount) * unitsMs[unit] : undefined;
}

const isUnit = (text: string | undefined): text is keyof typeof unitsMs =>
  text !== undefined && Object.hasOwn(unitsMs, text);

/** A time that was measured, as near as a reader wants it: `12 ms`, `1.4 s`, `10 s`, `2 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 999.5) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 9_950) return `${(ms / unitsMs.s).toFixed(1)} s`;
  const seconds = Math.round(ms / unitsMs.s);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The same of what may take days: `3 min 5 s`, `2 h 10 min`, `3 d 4 h`. */
export function longText(ms: number): string {
  if (ms < unitsMs.h) return durationText(ms);
  const [large, small, names] =
    ms < 2 * unitsMs.d ? [unitsMs.h, unitsMs.m, ["h", "min"]] : [unitsMs.d, unitsMs.h, ["d", "h"]];
  return `${Math.floor(ms / large)} ${names[0]} ${Math.floor((ms % large) / small)} ${names[1]}`;
}

/** A time that was set, to the digit: 30000 is `30 s`, 500 is `500 ms`, 90000 is `90 s`. */
export function limitText(ms: number): string {
  return ms < unitsMs.s ? `${ms} ms` : secondsText(ms);
}

/** The same in the largest unit that says it whole, as it is typed with a space: 43200000 is `12 h`, 90000 is `90 s`. */
export function setText(ms: number): string {
  const [unit, each] = Object.entries(unitsMs).findLast(([, size]) => ms >= size && ms % size === 0) ?? ["ms", 1];
  return `${ms / each} ${unit === "m" ? "min" : unit}`;
}

/** The same always in seconds: 500 is `0.5 s`. */
export function secondsText(ms: number): string {
  return `${ms / unitsMs.s} s`;
}

/** About how long something took, in whole seconds: 1400 is `1 s`. */
export function aboutText(ms: number): string {
  return `${Math.round(ms / unitsMs.s)} s`;
}

/** A time still to wait, in whole seconds or minutes and never too short: `45 s`, `2 min`. */
export function waitText(ms: number): string {
  return ms < unitsMs.m ? `${Math.ceil(ms / unitsMs.s)} s` : `${Math.ceil(ms / unitsMs.m)} min`;
}
