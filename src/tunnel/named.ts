import { findCloudflared } from "./cloudflared/program.ts";
import { setsHeader } from "./cloudflared/headers.ts";
import { keepTunnel } from "./cloudflared/tunnel.ts";
import type { CreateTunnelProvider } from "./provider.ts";

/**
 * A tunnel that exists at Cloudflare, under an address that stays. Its token goes by the environment: every version
 * takes it there, and no list of processes shows it.
 */
export const named: CreateTunnelProvider = async (options, surroundings) => {
  const program = await findCloudflared(options.cloudflared, surroundings.machine);
  const env = { TUNNEL_TOKEN: options.tunnelToken ?? "" };
  return {
    setsHeader,
    open: (localUrl, signal) => keepTunnel({ program, localUrl, options, isNamed: true, env }, surroundings, signal),
  };
};
