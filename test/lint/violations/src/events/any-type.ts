// breaks typescript(no-explicit-any)
export const read = (value: any): string => value;
