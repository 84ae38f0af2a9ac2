// breaks eslint(no-restricted-globals)
export const later = (work: () => void): unknown => setTimeout(work);
