export { needsOfTunnel, runsCloudflared, tunnelFor, tunnelNames } from "./choice.ts";
export { seeProcess } from "./cloudflared/process/identity.ts";
export { endProcess, endStray } from "./cloudflared/process/strays.ts";
export type {
  CreateTunnelProvider,
  Machine,
  ProcessIdentity,
  StartedProcess,
  Tunnel,
  TunnelEvent,
  TunnelNeed,
  TunnelOptions,
  TunnelProvider,
  TunnelSettings,
  TunnelState,
  TunnelSurroundings,
  TunnelTrouble,
} from "./provider.ts";
export { standardTunnelSettings } from "./settings.ts";
export { tunnels, type TunnelName } from "./table.ts";
