// breaks eslint(no-restricted-properties)
export const folder = (): string => globalThis.process.cwd();
