import { loopbackHosts } from "../../../loopback.ts";

/** Whether cloudflared reads a variable of this name as one of its options. */
export function isReadByCloudflared(name: string): boolean {
  return /^(?:TUNNEL_|NO_AUTOUPDATE$|NO_TLS_VERIFY$)/i.test(name);
}

/** Variables of ours may hold secrets, and those of cloudflared would change what it does. */
const isWithheld = (name: string) => /^APPDIRECT_/i.test(name) || isReadByCloudflared(name);

/** What cloudflared finds in its environment: ours without what it must not see, and what is added for it. */
export function environmentOf(
  env: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const inherited = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || isWithheld(name) || /^no_proxy$/i.test(name) ? [] : [[name, value] as const],
  );
  // Go sends calls through a proxy where one is set, even on this machine.
  const before = [env["NO_PROXY"] ?? "", env["no_proxy"] ?? ""];
  const noProxy = [...before.flatMap((list) => list.split(",")), ...loopbackHosts]
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const list = [...new Set(noProxy)].join(",");
  return { ...Object.fromEntries(inherited), NO_PROXY: list, no_proxy: list, ...added };
}
