import { createTheme, jsonLine, keptTunnelFacts, keptTunnelLines } from "../../output/index.ts";
import { projectState } from "../../state/index.ts";
import { defineCommand } from "../command.ts";
import { foundTunnels } from "./found.ts";

export const status = defineCommand({
  description: "Shows the tunnels that are kept: their address, their port, who uses them or when they end.",
  positionals: [],
  positionalLimit: 0,
  options: [],
  examples: [
    ["tunnel status", "what runs, and for how long"],
    ["tunnel status --json", "the same for programs, a line each"],
  ],
  async run({ options }, context) {
    const { host, terminal, clock } = context;
    const found = await foundTunnels(projectState(host), context);
    if (found.length === 0) terminal.say("No tunnel is kept.\n");
    const theme = await createTheme(terminal.outLevel);
    for (const tunnel of found) {
      const shown = { ...tunnel, now: clock.now() };
      await terminal.out(
        options.json ? jsonLine(keptTunnelFacts(shown)) : keptTunnelLines(shown, theme, terminal.width),
      );
    }
    return 0;
  },
});
