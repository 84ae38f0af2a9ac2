import { text } from "node:stream/consumers";
import packageJson from "../../../package.json" with { type: "json" };
import { HooksError } from "../../errors.ts";
import { holdTunnel, LineSource, type HoldAnswer, type HoldRequest } from "../../sessions/index.ts";
import { seeProcess, standardTunnelSettings, tunnels, type TunnelName } from "../../tunnel/index.ts";
import { defineCommand, type CommandContext } from "../command.ts";
import { tunnelSurroundings } from "../tunnel-surroundings.ts";

/** What `listen --keep-tunnel` leaves running. It reads what to hold from standard input, and answers there once. */
export const holdTunnelCommand = defineCommand({
  description: "Holds a tunnel and its port for the next listen of a project; started by listen --keep-tunnel.",
  positionals: [],
  positionalLimit: 0,
  options: [],
  examples: [],
  leavesVariables: true,
  async run(_, context) {
    const { host, terminal } = context;
    const signal = host.interruption();
    const request: HoldRequest = JSON.parse(await text(host.stdin));
    const held = await hold(request, context, signal).catch((cause: unknown) =>
      cause instanceof HooksError ? cause : new HooksError("DEFECT", { message: String(cause), cause }),
    );
    await terminal.out(`${JSON.stringify(answerOf(held))}\n`);
    if (held instanceof HooksError) return held.exitStatus;
    await held.ended;
    return 0;
  },
});

function answerOf(held: { control: string } | HooksError): HoldAnswer {
  if (!(held instanceof HooksError)) return { control: held.control };
  const { code, message, hint } = held;
  return { error: { code, message, ...(hint !== undefined && { hint }) } };
}

async function hold({ plan, options, state }: HoldRequest, context: CommandContext, signal: AbortSignal) {
  const { host, clock, random, tunnelSettings } = context;
  const { platform, temporaryFolder, processId } = host;
  const log = new LineSource();
  const create = await tunnels[plan.kind as TunnelName].load();
  const settings = { ...standardTunnelSettings, ...tunnelSettings };
  const around = tunnelSurroundings(context, state, (line) => log.listener?.(line));
  const provider = await create({ ...options, settings }, around);
  const seen = await seeProcess(processId, platform);
  return holdTunnel(plan, {
    clock,
    provider,
    version: packageJson.version,
    log,
    state,
    self: { processId, startedAt: seen?.startedAt ?? "" },
    platform,
    temporaryFolder,
    unique: random.token().slice(0, 12),
    isAlive: (id) => host.isAlive(id),
    signal,
  });
}
