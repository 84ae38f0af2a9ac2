export { needsOfTunnel, runsCloudflared, tunnelFor, tunnelNames } from "./choice.ts";
export { endStray } from "./cloudflared/process/strays.ts";
export type {
  CreateTunnelProvider,
  Machine,
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
