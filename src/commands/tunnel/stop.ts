import { stopHolder } from "../../sessions/index.ts";
import { projectState } from "../../state/index.ts";
import { jsonLine, printable } from "../../output/index.ts";
import { endProcess } from "../../tunnel/index.ts";
import { defineCommand, type CommandContext } from "../command.ts";
import { clearStrays } from "../listen/strays.ts";
import { tunnelInUse } from "../sentences/listening.ts";
import { foundTunnels, type FoundTunnel } from "./found.ts";

export const stop = defineCommand({
  description: "Stops the tunnel that is kept for this project, and any that a killed listen left behind.",
  positionals: [],
  positionalLimit: 0,
  options: ["all"],
  own: { all: { help: "stop the tunnels of every project", group: "Selecting" } },
  examples: [
    ["tunnel stop", "stop the tunnel of this project"],
    ["tunnel stop --all", "stop the tunnels of every project"],
  ],
  async run({ options }, context) {
    const { host, terminal } = context;
    const state = projectState(host);
    const found = (await foundTunnels(state, context)).filter(({ isOfThisProject }) => isOfThisProject || options.all);
    const used = found.find(({ status }) => status?.usedBy !== undefined && host.isAlive(status.usedBy));
    if (used?.status?.usedBy !== undefined && !options.yes) throw tunnelInUse(used.status.usedBy);
    const say = (facts: Record<string, unknown>, text: string) =>
      terminal.out(options.json ? jsonLine(facts) : `${text}\n`);
    for (const tunnel of found) {
      await end(tunnel, context);
      const { root, url } = { root: tunnel.record.root, url: tunnel.status?.url ?? tunnel.record.url };
      await say(
        { stopped: "tunnel", project: root, url },
        `Stopped the tunnel ${url ?? "without an address"} of ${printable(root)}.`,
      );
    }
    let ended = found.length;
    await clearStrays(context, state, async (processId) => {
      ended += 1;
      await say(
        { stopped: "stray", pid: processId },
        `Stopped a tunnel from an earlier session (process ${processId}).`,
      );
    });
    if (ended === 0) terminal.say(options.all ? "No kept tunnel.\n" : "No kept tunnel in this project.\n");
    return 0;
  },
});

/** One that does not answer, or answers as another version of ours does, is ended as a process. */
async function end({ record, status }: FoundTunnel, { host, clock }: CommandContext): Promise<void> {
  if (status !== undefined && (await stopHolder(record.control, clock))) return;
  await endProcess(record.holder, { clock, machine: host });
}
