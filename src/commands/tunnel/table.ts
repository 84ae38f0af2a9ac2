import type { CommandGroup } from "../command.ts";

/** What `listen --keep-tunnel` left running. */
export const tunnel: CommandGroup = {
  description:
    "Shows and ends what runs from earlier: tunnels that listen --keep-tunnel left up, and programs that a killed listen left behind.",
  commands: {
    status: {
      summary: "what runs, of every project",
      load: async () => (await import("./status.ts")).status,
    },
    stop: {
      summary: "end what runs of this project",
      load: async () => (await import("./stop.ts")).stop,
    },
  },
  examples: [
    ["tunnel status", "what runs, and for how long"],
    ["tunnel stop", "end the tunnel of this project"],
    ["tunnel stop --all", "end those of every project"],
  ],
};
