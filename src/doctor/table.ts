import type { Check } from "./check.ts";

/** A check: what it looks at in a few words, and its code. */
export interface CheckEntry {
  summary: string;
  load(): Promise<Check>;
}

/** What is looked at, in this order. To add a check, write its file and give it a line here. */
export const checks = {
  cloudflared: {
    summary: "whether cloudflared is here",
    load: async () => (await import("./checks/program.ts")).program,
  },
  version: {
    summary: "its age",
    load: async () => (await import("./checks/version.ts")).version,
  },
  architecture: {
    summary: "whether it is for this machine",
    load: async () => (await import("./checks/architecture.ts")).architecture,
  },
  "config files": {
    summary: "configurations that lie around",
    load: async () => (await import("./checks/config-files.ts")).configFiles,
  },
  variables: {
    summary: "variables that change what it does",
    load: async () => (await import("./checks/variables.ts")).variables,
  },
  proxies: {
    summary: "proxies",
    load: async () => (await import("./checks/proxies.ts")).proxies,
  },
  dns: {
    summary: "DNS",
    load: async () => (await import("./checks/dns.ts")).dns,
  },
  "port 7844": {
    summary: "the way to Cloudflare",
    load: async () => (await import("./checks/port-7844.ts")).port7844,
  },
  strays: {
    summary: "tunnels that were left behind",
    load: async () => (await import("./checks/strays.ts")).strays,
  },
  port: {
    summary: "the port to listen on",
    load: async () => (await import("./checks/port.ts")).port,
  },
  "state folder": {
    summary: "the folder in which things are kept",
    load: async () => (await import("./checks/state-folder.ts")).stateFolder,
  },
} satisfies Record<string, CheckEntry>;

/** In the order of the table. */
export function checkNames(): string[] {
  return Object.keys(checks);
}
