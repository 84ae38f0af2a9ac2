/** What the log tells of a connection, where the metrics server cannot be asked. */
export interface LogFacts {
  hostname?: string;
  isConnected: boolean;
  /** Where a named tunnel leads to, as it is set at Cloudflare. */
  routes?: readonly Route[];
}

export interface Route {
  /** None for what fits no other route. */
  hostname?: string;
  /** `http://localhost:4747` */
  service: string;
}

/** `https://api.trycloudflare.com` stands in lines about errors; every name of a quick tunnel has hyphens. */
const quickAddress = /https:\/\/([a-z0-9]+(?:-[a-z0-9]+)+\.trycloudflare\.com)\b/;
/** A connection stands; the second form is that of old versions. */
export const registered = /Registered tunnel connection|Connection [\da-f-]+ registered/;
const unregistered = /Unregistered tunnel connection|Lost connection with the edge|Connection terminated/;
const configured = /Updated to new configuration.*? config=("(?:[^"\\]|\\.)*")/;

/** What is known after one more line. */
export function withLine(facts: LogFacts, line: string): LogFacts {
  const hostname = quickAddress.exec(line)?.[1];
  const routes = routesIn(configured.exec(line)?.[1]);
  const isConnected = registered.test(line) || (facts.isConnected && !unregistered.test(line));
  return { ...facts, ...(hostname && { hostname }), ...(routes && { routes }), isConnected };
}

/** A quoted text, in which JSON stands. */
function routesIn(quoted: string | undefined): Route[] | undefined {
  if (quoted === undefined) return undefined;
  try {
    const { ingress }: { ingress?: unknown } = JSON.parse(JSON.parse(quoted));
    return Array.isArray(ingress) ? ingress.filter(isRoute) : undefined;
  } catch {
    return undefined; // of a form that we do not know
  }
}

function isRoute(value: unknown): value is Route {
  return (
    typeof value === "object" &&
    value !== null &&
    "service" in value &&
    typeof value.service === "string" &&
    (!("hostname" in value) || typeof value.hostname === "string")
  );
}
