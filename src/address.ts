/** The two parts of a path or an address; `query` is without the `?`, and undefined where there is none. */
export function splitQuery(address: string): { path: string; query: string | undefined } {
  const mark = address.indexOf("?");
  if (mark < 0) return { path: address, query: undefined };
  return { path: address.slice(0, mark), query: address.slice(mark + 1) };
}

/** The port of a URL, also where it is the one of its scheme; of any scheme but `https:` that is 80. */
export function portOf({ protocol, port }: { protocol: string; port: string }): number {
  return Number(port) || (protocol === "https:" ? 443 : 80);
}
