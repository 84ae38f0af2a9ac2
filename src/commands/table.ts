import type { CommandTable } from "./command.ts";

/** Every command. To add one, write its file and give it a line here; one with sub-commands has a table of its own. */
export const commands = {
  listen: {
    summary: "receive webhooks: check, record, print and forward them",
    load: async () => (await import("./listen.ts")).listen,
  },
  replay: {
    summary: "send recorded or hand-written events to a handler",
    load: async () => (await import("./replay.ts")).replay,
  },
  generate: {
    summary: "generate sample events, one or a whole life cycle",
    load: async () => (await import("./generate.ts")).generate,
  },
  events: {
    summary: "list the events that AppDirect sends, with their fields",
    load: async () => (await import("./events.ts")).events,
  },
  validate: {
    summary: "check payloads against AppDirect's documentation",
    load: async () => (await import("./validate.ts")).validate,
  },
  demo: {
    summary: "see it all work, without an account or internet",
    load: async () => (await import("./demo.ts")).demo,
  },
  simulate: {
    summary: "run a marketplace on this machine that sends events",
    load: async () => (await import("./simulate.ts")).simulate,
  },
  tunnel: {
    summary: "show or stop tunnels that were left running",
    load: async () => (await import("./tunnel/table.ts")).tunnel,
  },
  doctor: {
    summary: "find what blocks a public address, and how to fix it",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  "hold-tunnel": {
    summary: "hold a tunnel for the next listen",
    isInternal: true,
    load: async () => (await import("./internal/hold-tunnel.ts")).holdTunnelCommand,
  },
  "fetch-cloudflared": {
    summary: "download cloudflared",
    isInternal: true,
    load: async () => (await import("./internal/fetch-cloudflared.ts")).fetchCloudflaredCommand,
  },
} satisfies CommandTable;

export type CommandName = keyof typeof commands;
