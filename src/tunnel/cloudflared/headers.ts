/**
 * Whether Cloudflare sets a header of this name, in lower case, on what it carries. The host is the tunnel's name. Source:
 * developers.cloudflare.com/fundamentals/reference/http-headers
 */
export function setsHeader(name: string): boolean {
  return /^cf-|^x-forwarded-/.test(name) || name === "cdn-loop" || name === "host";
}
