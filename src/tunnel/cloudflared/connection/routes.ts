import { portOf } from "../../../address.ts";
import type { TunnelTrouble } from "../../provider.ts";
import type { Route } from "../process/facts.ts";

/** What is wrong with where a named tunnel leads to: that is set at Cloudflare, and nobody else tells. */
export function routeTrouble(
  routes: readonly Route[],
  { publicUrl, localUrl }: { publicUrl: string; localUrl: string },
): TunnelTrouble | undefined {
  const { hostname } = new URL(publicUrl);
  const hint = `Set it in Cloudflare's dashboard: public hostname ${hostname}, service ${localUrl}.`;
  const taking = routes.filter((route) => takes(route, hostname));
  const [route] = taking;
  if (route === undefined) {
    const others = routes.flatMap((one) => one.hostname ?? []).join(", ");
    const why = others === "" ? "it has no public hostname" : `its public hostnames are ${others}`;
    const message = `The tunnel of this token does not accept requests for ${hostname}: ${why}.`;
    return { code: "NO_ROUTE", message, hint };
  }
  const port = portOf(new URL(localUrl));
  if (taking.some(({ service }) => URL.canParse(service) && portOf(new URL(service)) === port)) return undefined;
  const message = `The tunnel sends requests for ${hostname} to ${route.service}, but this listener is at ${localUrl}.`;
  return { code: "OTHER_ROUTE", message, hint: `${hint} Or listen on that port with --port.` };
}

/** `*.example.com` takes every name below it, and a route without a name all that is left: mostly with `http_status:404`. */
function takes({ hostname = "", service }: Route, name: string): boolean {
  if (hostname === "") return !service.startsWith("http_status:");
  return hostname === name || (hostname.startsWith("*.") && name.endsWith(hostname.slice(1)));
}
