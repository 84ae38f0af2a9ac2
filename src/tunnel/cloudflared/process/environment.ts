/** Variables of ours may hold secrets, and those of cloudflared would change what it does. */
const withheld = /^(?:APPDIRECT_|TUNNEL_|NO_AUTOUPDATE$|NO_TLS_VERIFY$)/i;

/** Go sends calls for these through a proxy where one is set, even on this machine. */
const unproxied = ["localhost", "127.0.0.1", "::1"];

/** What cloudflared finds in its environment: ours without what it must not see, and what is added for it. */
export function environmentOf(
  env: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const inherited = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || withheld.test(name) || /^no_proxy$/i.test(name) ? [] : [[name, value] as const],
  );
  const before = [env["NO_PROXY"] ?? "", env["no_proxy"] ?? ""];
  const noProxy = [...before.flatMap((list) => list.split(",")), ...unproxied]
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const list = [...new Set(noProxy)].join(",");
  return { ...Object.fromEntries(inherited), NO_PROXY: list, no_proxy: list, ...added };
}
