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
