import type { TunnelProtocol } from "../../protocols.ts";

export interface CloudflaredCall {
  localUrl: string;
  configFile: string;
  /** `127.0.0.1:20241` */
  metrics: string;
  protocol: TunnelProtocol;
  /** A tunnel that exists already, told by its token, rather than a new one. */
  isNamed: boolean;
}

/**
 * Source of each: cmd/cloudflared/tunnel in cloudflare/cloudflared. Without a file of ours it reads one that lies around,
 * whose rules then go before `--url`; `--config` counts behind the word `tunnel`. Where its output is no terminal it
 * replaces its own program after a day, unless told not to. Its own 30 s for calls in flight are longer than we wait.
 */
export function argumentsOf({ localUrl, configFile, metrics, protocol, isNamed }: CloudflaredCall): string[] {
  const common = ["--no-autoupdate", "--config", configFile, "--metrics", metrics, "--protocol", protocol];
  const way = ["--grace-period", "4s", "--url", localUrl];
  return ["tunnel", ...common, ...way, ...(isNamed ? ["run"] : [])];
}

/** Says only what is said on the command line too, for an empty file is logged as an error. */
export const configText = "no-autoupdate: true\n";
