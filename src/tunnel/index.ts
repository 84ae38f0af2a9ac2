export { needsOfTunnel, runsCloudflared, tunnelFor, tunnelNames } from "./choice.ts";
export { seeProcess } from "./cloudflared/process/identity.ts";
export { cacheFolder } from "./cloudflared/program/cache.ts";
export { fetchCloudflared } from "./cloudflared/program/fetch.ts";
export { downloadCloudflared } from "./cloudflared/program/download.ts";
export type { DownloadReport } from "./cloudflared/program/download-report.ts";
export { installedBy } from "./cloudflared/program/installing.ts";
export { lacksCloudflared } from "./cloudflared/program/program.ts";
export { releasedFor, type Released } from "./cloudflared/program/release.ts";
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
export { programMissing } from "./sentences.ts";
export { standardTunnelSettings } from "./settings.ts";
export { tunnels, type TunnelName } from "./table.ts";
