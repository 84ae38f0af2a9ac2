import type { TunnelOptions } from "../provider.ts";

/** A tunnel that cloudflared keeps, as its kind wants it. */
export interface CloudflaredPlan {
  program: string;
  localUrl: string;
  options: TunnelOptions;
  isNamed: boolean;
  /** Variables that are set for it, all of them secrets. */
  env: Record<string, string>;
}
