/** `1.9 kB`, `312 B`: counted in 1,024s as sizes are in options. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1023.95 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  return `${megabytesText(bytes)} MB`;
}

/** `12.3`, of the MB that `sizeText` counts in. */
export function megabytesText(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(1);
}

/** To 0.1 ms, for programs: further digits only tell of the clock. */
export function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** `14:05:11`, in the time of this machine. */
export function timeText(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** `1 event`, `3 events`; `plural` where that is not the word and an s. */
export function countText(count: number, word: string, plural?: string): string {
  return `${numberText(count)} ${nounFor(count, word, plural)}`;
}

/** `12,345`, of a whole number. Not `toLocaleString`, whose first call loads languages for 40 ms. */
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `event` for one, `events` for any other number. */
export function nounFor(count: number, word: string, plural = `${word}s`): string {
  return count === 1 ? word : plural;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  const [last = "", ...before] = words.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`;
}

/** `again, 2nd time`. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}
