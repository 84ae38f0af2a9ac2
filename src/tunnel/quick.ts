import { findCloudflared } from "./cloudflared/program/program.ts";
import { setsHeader } from "./cloudflared/headers.ts";
import { CloudflaredTunnel } from "./cloudflared/tunnel.ts";
import type { CreateTunnelProvider } from "./provider.ts";

/** A new address each time, without an account: developers.cloudflare.com, TryCloudflare. */
export const quick: CreateTunnelProvider = async (options, surroundings) => {
  const program = await findCloudflared(options.cloudflared, surroundings.machine);
  return {
    setsHeader,
    open: (localUrl, signal) =>
      new CloudflaredTunnel({ program, localUrl, options, isNamed: false, env: {}, notes: [] }, surroundings, signal),
  };
};
