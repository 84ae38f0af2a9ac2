// breaks eslint(no-restricted-properties)
export const later = (work: () => void): unknown => globalThis.setTimeout(work, 1);
