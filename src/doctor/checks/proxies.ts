import type { Check } from "../check.ts";
import { note, ok } from "../judgements.ts";

/** Proxies in the environment: cloudflared asks none on its way to Cloudflare. */
export const proxies: Check = async ({ tunnel: { machine } }) => {
  const set = Object.entries(machine.env).filter(
    ([name, value]) => /^(?:https?|all)_proxy$/i.test(name) && (value ?? "") !== "",
  );
  if (set.length === 0) return [ok("None is set.")];
  const named = set.map(([name, value]) => `${name} (${placeOf(value ?? "")})`).toSorted();
  return [
    note(
      `${named.join(", ")}: cloudflared uses no proxy.`,
      "It must get out without one: TCP port 443 to api.trycloudflare.com, and port 7844 to Cloudflare.",
    ),
  ];
};

/** Host and port, without what else may stand there: a name and a password. */
function placeOf(value: string): string {
  const text = value.includes("://") ? value : `http://${value}`;
  if (!URL.canParse(text)) return "no address";
  const { host, username, password } = new URL(text);
  const isPlain = !text.includes("@") || username !== "" || password !== "";
  return isPlain && host !== "" ? host : "no address";
}
