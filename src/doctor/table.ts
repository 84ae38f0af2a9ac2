import type { Check } from "./check.ts";

/** A check: what it looks at in a few words, and its code. */
export interface CheckEntry {
  summary: string;
  load(): Promise<Check>;
}

/** What is looked at, in this order. To add a check, write its file and give it a line here. */
export const checks = {
  cloudflared: {
    summary: "whether cloudflared is installed",
    load: async () => (await import("./checks/program.ts")).program,
  },
  version: {
    summary: "its age",
    load: async () => (await import("./checks/version.ts")).version,
  },
  architecture: {
    summary: "whether it runs on this machine",
    load: async () => (await import("./checks/architecture.ts")).architecture,
  },
  "config files": {
    summary: "its configuration files",
    load: async () => (await import("./checks/config-files.ts")).configFiles,
  },
  variables: {
    summary: "variables that change it",
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
    summary: "the connection to Cloudflare",
    load: async () => (await import("./checks/port-7844.ts")).port7844,
  },
  strays: {
    summary: "leftover tunnels",
    load: async () => (await import("./checks/strays.ts")).strays,
  },
  port: {
    summary: "the port to listen on",
    load: async () => (await import("./checks/port.ts")).port,
  },
  "state folder": {
    summary: "the state folder",
    load: async () => (await import("./checks/state-folder.ts")).stateFolder,
  },
} satisfies Record<string, CheckEntry>;

/** In the order of the table. */
export function checkNames(): string[] {
  return Object.keys(checks);
}
