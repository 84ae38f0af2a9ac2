import type { TunnelSettings } from "./provider.ts";

/**
 * A name was seen in DNS up to 4.5 s after the connection. Cloudflare's own call for a quick tunnel takes 15 s at most,
 * and what blocks a port is told by no answer rather than by a refusal.
 */
export const standardTunnelSettings: TunnelSettings = {
  resolver: "1.1.1.1",
  publicationMs: 5_000,
  addressMs: 30_000,
  connectMs: 15_000,
  restartAfterMs: 30_000,
  pollMs: 1_000,
  waitsMs: [1_000, 2_000, 4_000, 8_000, 16_000, 30_000],
  lateWaitsMs: [120_000, 240_000, 480_000, 900_000],
  stallMs: 30_000,
  trialMs: 20_000,
  checksMs: 2_000,
  configFolders: ["/etc/cloudflared", "/usr/local/etc/cloudflared"],
};
