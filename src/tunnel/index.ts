export { needsOfTunnel, runsCloudflared, tunnelFor, tunnelNames } from "./choice.ts";
export { isReadByCloudflared } from "./cloudflared/process/environment.ts";
export { seeProcess } from "./cloudflared/process/identity.ts";
export { endProcess, endStray, seeStarted } from "./cloudflared/process/strays.ts";
export { unrememberedTunnels } from "./cloudflared/process/unremembered.ts";
export { cacheFolder } from "./cloudflared/program/cache.ts";
export { downloadCloudflared } from "./cloudflared/program/download.ts";
export type { DownloadReport } from "./cloudflared/program/download-report.ts";
export { fetchCloudflared } from "./cloudflared/program/fetch.ts";
export { installedBy } from "./cloudflared/program/installing.ts";
export { findCloudflared, isInCache, lacksCloudflared } from "./cloudflared/program/program.ts";
export { placeOfProxy } from "./cloudflared/program/proxy-place.ts";
export { releasedFor, type Released } from "./cloudflared/program/release.ts";
export type { NetworkCheck } from "./cloudflared/trial/network-checks.ts";
export { tryQuickTunnel, type Trial } from "./cloudflared/trial/trial.ts";
export { askVersion, type VersionAnswer } from "./cloudflared/trial/version.ts";
export { TunnelEvents } from "./events.ts";
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
