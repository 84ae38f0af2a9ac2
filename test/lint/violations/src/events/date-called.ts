// breaks house(no-present-time)
export const now = (): string => Date();
