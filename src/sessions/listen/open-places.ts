import { needsOf } from "../../authentication/index.ts";
import { isForThisMachineAlone } from "../../loopback.ts";
import type { ListenOptions } from "./options.ts";

/**
 * What others reach, because an option says so, and nothing is asked of who posts there. `here`: what the listener is
 * called on this machine. None where a tunnel gets an address that nobody knows yet.
 */
export function openPlaces(
  { host, authentication, tunnel }: Pick<ListenOptions, "host" | "authentication" | "tunnel">,
  here: string,
): string[] {
  if (needsOf(authentication).length > 0) return [];
  const own = tunnel?.ownAddress;
  return [...(isForThisMachineAlone(host) ? [] : [here]), ...(own === undefined ? [] : [own])];
}
