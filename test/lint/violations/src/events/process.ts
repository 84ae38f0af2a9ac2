// breaks eslint(no-restricted-globals)
export const folder = (): string => process.cwd();
