import { findStrays } from "../../doctor/index.ts";
import { createTheme, jsonLine, keptTunnelFacts, keptTunnelLines } from "../../output/index.ts";
import { projectState } from "../../state/index.ts";
import { defineCommand } from "../command.ts";
import { foundTunnels } from "./found.ts";

export const status = defineCommand({
  description:
    "Shows each kept tunnel: its address, its port, and the listen that uses it. If none does, shows when the tunnel ends. Also shows tunnels that a killed listen left behind.",
  positionals: [],
  positionalLimit: 0,
  options: [],
  examples: [
    ["tunnel status", "show what is running, and for how long"],
    ["tunnel status --json", "print one JSON line per tunnel, for programs"],
  ],
  async run({ options }, context) {
    const { host, terminal, clock } = context;
    const state = projectState(host);
    const found = await foundTunnels(state, context);
    const strays = await findStrays(state, host);
    if (found.length + strays.length === 0) terminal.say("No kept tunnel.\n");
    const theme = await createTheme(terminal.outLevel);
    const width = terminal.outWidth;
    for (const tunnel of found) {
      const shown = { ...tunnel, now: clock.now() };
      await terminal.out(options.json ? jsonLine(keptTunnelFacts(shown)) : keptTunnelLines(shown, theme, width));
    }
    for (const pid of strays) {
      const text = `Process ${pid} is a tunnel from an earlier session. The next listen ends it, and so does tunnel stop.\n`;
      await terminal.out(options.json ? jsonLine({ state: "left behind", pid }) : text);
    }
    return 0;
  },
});
