import { findCloudflared } from "./cloudflared/program/program.ts";
import { setsHeader } from "./cloudflared/headers.ts";
import { CloudflaredTunnel } from "./cloudflared/tunnel.ts";
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
    open: (localUrl, signal) =>
      new CloudflaredTunnel({ program, localUrl, options, isNamed: true, env, notes: [shared] }, surroundings, signal),
  };
};

/** Cloudflare gives each call to one of the connectors of a tunnel. */
const shared = {
  code: "SHARED_TOKEN",
  message: "Anyone else who runs cloudflared with this tunnel's token receives some of your events instead of you.",
  hint: "Give each person a separate tunnel.",
};
