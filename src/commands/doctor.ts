import { resolve } from "node:path";
import { listenDefaults } from "../defaults.ts";
import { checkNames, checks, runChecks, type DoctorSurroundings, type Finding } from "../doctor/index.ts";
import type { ExitStatus } from "../errors.ts";
import { createTheme, doctorSummary, findingJson, findingLines } from "../output/index.ts";
import { projectState } from "../state/index.ts";
import { standardTunnelSettings } from "../tunnel/index.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";
import { showLog, tunnelSurroundings } from "./tunnel-surroundings.ts";
import { unknownVariables } from "./typed/unknown-variables.ts";

const names = ["cloudflared", "port", "host"] as const;

const own = {
  port: { help: "port that listen would use", default: listenDefaults.port },
  host: { help: "address of this machine that listen would use" },
};
type DoctorInput = CommandInput<(typeof names)[number], typeof own>;

const looksAt = Object.values(checks).map(({ summary }) => summary);

export const doctor = defineCommand({
  description: "Finds what blocks a public address on this machine, and shows how to fix it.",
  more: `Checks: ${looksAt.join(", ")}. Opens a quick tunnel for a few seconds to test the connection. Exits with status 1 if listen would not work.`,
  positionals: [],
  positionalLimit: 0,
  options: names,
  own,
  firstDay: ["cloudflared", "port", "host", "json", "quiet", "verbose"],
  examples: [
    ["doctor", "check everything"],
    ["doctor --quiet", "show only problems that would stop listen"],
    ["doctor --json | jq -r 'select(.state == \"failure\").message'", "print each failure, for other programs"],
  ],
  leavesVariables: true,
  run: runDoctor,
});

async function runDoctor(input: DoctorInput, context: CommandContext): Promise<ExitStatus> {
  const print = await printerOf(input, context);
  const surroundings = doctorSurroundings(input, context);
  const count = { failures: 0, notes: 0 };
  for await (const finding of runChecks(surroundings)) {
    if (finding.state === "failure") count.failures += 1;
    if (finding.state === "note") count.notes += 1;
    await print(finding);
  }
  if (surroundings.signal.aborted) return 1;
  if (!input.options.json && !input.options.quiet) await context.terminal.out(doctorSummary(count));
  return count.failures > 0 ? 1 : 0;
}

async function printerOf(
  { options }: DoctorInput,
  { terminal }: CommandContext,
): Promise<(finding: Finding) => Promise<void>> {
  const theme = await createTheme(terminal.outLevel);
  const nameWidth = Math.max(...checkNames().map((name) => name.length));
  const width = terminal.outWidth;
  return async (finding) => {
    if (options.quiet && finding.state !== "failure") return;
    await terminal.out(options.json ? findingJson(finding) : findingLines(finding, { theme, nameWidth, width }));
  };
}

function doctorSurroundings({ options, given }: DoctorInput, context: CommandContext): DoctorSurroundings {
  const { host, terminal } = context;
  const state = projectState(host);
  const { cloudflared } = options;
  return {
    options: {
      ...(cloudflared !== undefined && {
        cloudflared: { file: resolve(host.cwd, cloudflared), named: given.nameOf("cloudflared") },
      }),
      host: options.host,
      port: options.port,
      isPortGiven: given.isGiven("port"),
    },
    settings: { ...standardTunnelSettings, ...context.tunnelSettings },
    tunnel: tunnelSurroundings(context, state, options.debug ? showLog(context) : undefined),
    state,
    typedProgram: context.program,
    isAlive: (processId) => host.isAlive(processId),
    keptPort: async () => (await import("./listen/kept.ts")).keptPort(state, context.clock),
    unknownVariables: () => unknownVariables(host.env),
    async sayTrial() {
      if (options.json) return () => undefined;
      const spinner = await terminal.spin(
        "Opening a quick tunnel for a few seconds, to test the connection to Cloudflare",
      );
      return () => spinner.stop();
    },
    signal: AbortSignal.any([host.interruption(), host.outputClosed]),
  };
}
