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
    summary: "make sample events, one or a whole life cycle",
    load: async () => (await import("./generate.ts")).generate,
  },
  events: {
    summary: "say what AppDirect sends, and how sure that is",
    load: async () => (await import("./events.ts")).events,
  },
  validate: {
    summary: "check payloads against AppDirect's documented shapes",
    load: async () => (await import("./validate.ts")).validate,
  },
  demo: {
    summary: "see all of it at work, with no account and no internet",
    load: async () => (await import("./demo.ts")).demo,
  },
  tunnel: {
    summary: "what runs from earlier, and its end",
    load: async () => (await import("./tunnel/table.ts")).tunnel,
  },
  doctor: {
    summary: "say what is in the way of a public address, and how to mend it",
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
