import type { TunnelNeed } from "./provider.ts";
import { tunnels, type TunnelEntry, type TunnelName } from "./table.ts";

/** The kind that is meant where none is named: the first that needs an address and nothing else, or the first that needs nothing. */
export function tunnelFor({ publicUrl }: { publicUrl?: string }): TunnelName {
  const wanted = publicUrl === undefined ? [] : ["publicUrl"];
  const [first] = tunnelNames().filter((name) => needsOfTunnel(name).join() === wanted.join());
  if (first === undefined) throw new TypeError("No kind of tunnel fits.");
  return first;
}

export function needsOfTunnel(name: TunnelName): readonly TunnelNeed[] {
  const entry: TunnelEntry = tunnels[name];
  return entry.needs;
}

export function runsCloudflared(name: TunnelName): boolean {
  const entry: TunnelEntry = tunnels[name];
  return entry.runsCloudflared === true;
}

/** In the order of the table. */
export function tunnelNames(): TunnelName[] {
  return Object.keys(tunnels) as TunnelName[];
}
