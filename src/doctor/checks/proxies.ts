import { placeOfProxy } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { note, ok } from "../judgements.ts";

/** Proxies in the environment: cloudflared asks none on its way to Cloudflare. */
export const proxies: Check = async ({ tunnel: { machine } }) => {
  const set = Object.entries(machine.env).filter(
    ([name, value]) => /^(?:https?|all)_proxy$/i.test(name) && (value ?? "") !== "",
  );
  if (set.length === 0) return [ok("No proxy is set.")];
  const named = set.map(([name, value]) => `${name} (${placeOfProxy(value ?? "") ?? "no address"})`).toSorted();
  return [
    note(
      `${named.join(", ")}: cloudflared does not use proxies.`,
      "It needs a direct connection: TCP port 443 to api.trycloudflare.com, and port 7844 to Cloudflare.",
    ),
  ];
};
