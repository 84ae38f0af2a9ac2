/**
 * The field tables of AppDirect's documentation, written down from them: keys in their order, each with what may stand
 * there. `ms` is epoch milliseconds, `text?` a string or null, `A|B` one of these words, `[x]` a list of x.
 */
export type Fields = readonly (readonly [key: string, kind: string | Fields | readonly [Fields]])[];

export const reference: Fields = [
  ["id", "text"],
  ["href", "url"],
];
