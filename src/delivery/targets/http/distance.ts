import { isThisMachine } from "../../../loopback.ts";
import type { Distance } from "../address.ts";

/**
 * How far away a URL leads, judged by its name or literal address alone: nothing is looked up. A URL has its address in
 * one form only, so patterns do; `node:net` would be loaded for it wherever a target is named, by --help too.
 */
export function distanceTo(url: string): Distance {
  const host = hostOf(url);
  if (isThisMachine(host)) return "this machine";
  return privateName.test(host) || privateAddress.test(host) ? "private network" : "far";
}

/** RFC 1918, RFC 3927; fc00::/7 of RFC 4193 and fe80::/10 of RFC 4291. */
const privateAddress =
  /^(?:(?:10\.\d+|172\.(?:1[6-9]|2\d|3[01])|192\.168|169\.254)\.\d+\.\d+|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/;
const privateName = /\.local$|^host\.docker\.internal$/;

/** Without brackets and a dot at its end; an IPv4 address within an IPv6 one as what it is. */
function hostOf(url: string): string {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, "");
  const [, high = "", low = ""] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
  if (high === "") return host;
  return [high, low]
    .map((part) => parseInt(part, 16))
    .map((word) => `${word >> 8}.${word & 255}`)
    .join(".");
}
