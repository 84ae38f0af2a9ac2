import type { CommandGroup } from "../command.ts";

/** What `listen --keep-tunnel` left running. */
export const tunnel: CommandGroup = {
  description: "Shows and stops tunnels that were left running by listen --keep-tunnel or by a listen that was killed.",
  commands: {
    status: {
      summary: "show the tunnels of every project",
      load: async () => (await import("./status.ts")).status,
    },
    stop: {
      summary: "stop the tunnel of this project",
      load: async () => (await import("./stop.ts")).stop,
    },
  },
  examples: [
    ["tunnel status", "show what is running, and for how long"],
    ["tunnel stop", "stop the tunnel of this project"],
    ["tunnel stop --all", "stop the tunnels of every project"],
  ],
};
