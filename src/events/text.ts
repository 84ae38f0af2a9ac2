/** What there is of the parts, in their order. */
export function present(...parts: (string | number | undefined)[]): string[] {
  return parts.map(words).filter((part) => part !== undefined);
}

/** The parts that there are as one text, or nothing. */
export function joined(...parts: (string | number | undefined)[]): string | undefined {
  return present(...parts).join(" ") || undefined;
}

/** Without the space around it; undefined where nothing else is there. */
function words(part: string | number | undefined): string | undefined {
  return part === undefined ? undefined : String(part).trim() || undefined;
}
