/** The port of a URL, also where it is the one of its scheme; of any scheme but `https:` that is 80. */
export function portOf({ protocol, port }: { protocol: string; port: string }): number {
  return Number(port) || (protocol === "https:" ? 443 : 80);
}
