// breaks eslint(no-restricted-properties)
export const deadline = (): AbortSignal => AbortSignal.timeout(1000);
