// breaks house(no-present-time)
export const now = (): Date => new Date();
