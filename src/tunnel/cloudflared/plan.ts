import type { TunnelOptions, TunnelTrouble } from "../provider.ts";

/** A tunnel that cloudflared keeps, as its kind wants it. */
export interface CloudflaredPlan {
  program: string;
  localUrl: string;
  options: TunnelOptions;
  isNamed: boolean;
  /** What the user is to know from the start. */
  notes: readonly TunnelTrouble[];
  /** Variables that are set for it, all of them secrets. */
  env: Record<string, string>;
}
