/** The two parts of a path or an address; `query` is without the `?`, and undefined where there is none. */
export function splitQuery(address: string): { path: string; query: string | undefined } {
  const mark = address.indexOf("?");
  if (mark < 0) return { path: address, query: undefined };
  return { path: address.slice(0, mark), query: address.slice(mark + 1) };
}
