import { loopbackHosts } from "../../../loopback.ts";

/** Variables of ours may hold secrets, and those of cloudflared would change what it does. */
const withheld = /^(?:APPDIRECT_|TUNNEL_|NO_AUTOUPDATE$|NO_TLS_VERIFY$)/i;

/** What cloudflared finds in its environment: ours without what it must not see, and what is added for it. */
export function environmentOf(
  env: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const inherited = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || withheld.test(name) || /^no_proxy$/i.test(name) ? [] : [[name, value] as const],
  );
  // Go sends calls through a proxy where one is set, even on this machine.
  const before = [env["NO_PROXY"] ?? "", env["no_proxy"] ?? ""];
  const noProxy = [...before.flatMap((list) => list.split(",")), ...loopbackHosts]
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const list = [...new Set(noProxy)].join(",");
  return { ...Object.fromEntries(inherited), NO_PROXY: list, no_proxy: list, ...added };
}
