// breaks eslint(no-restricted-globals)
export const elapsed = (): number => performance.now();
