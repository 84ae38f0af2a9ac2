import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { withoutSecrets } from "../config/index.ts";
import type { ExitStatus } from "../errors.ts";
import { createTheme, demoEnding, demoEndJson, demoJsonView, demoView, type DemoView } from "../output/index.ts";
import { demo as runSession } from "../sessions/demo/index.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";
import { openView } from "./views.ts";

const names = ["fast"] as const;
type DemoName = (typeof names)[number];

export const demo = defineCommand({
  description:
    "Shows a whole session on this machine alone: a simulated marketplace, a listener, a small CRM as the handler, and the events of a purchase.",
  more: "Takes less than ten seconds and records into a temporary folder.",
  positionals: [],
  positionalLimit: 0,
  options: names,
  examples: [
    ["demo", "run it"],
    ["demo --fast", "run it without pauses"],
  ],
  run: runDemo,
});

const pauseMs = 650;

async function runDemo({ options }: CommandInput<DemoName>, context: CommandContext): Promise<ExitStatus> {
  const { host, terminal, clock, random, program } = context;
  const folder = await mkdtemp(join(host.temporaryFolder, "appdirect-hooks-demo-"));
  const theme = await createTheme(terminal.errLevel);
  const view = await openDemoView(context, folder, { json: options.json });
  if (!options.json) terminal.say(`${theme.strong("appdirect-hooks")}: AppDirect webhooks on your own machine\n`);
  const result = await runSession(
    { folder, pauseMs: options.fast ? 0 : pauseMs },
    {
      clock,
      random,
      env: withoutSecrets(host.env),
      processes: host,
      processId: host.processId,
      isAlive: (processId) => host.isAlive(processId),
      notify: (notice) => view.show(notice),
      signal: AbortSignal.any([host.interruption(), host.outputClosed]),
    },
  );
  if (options.json) void terminal.out(demoEndJson(result, folder));
  else terminal.say(demoEnding(result, { theme, program, folder, width: terminal.errWidth }));
  const isWhole = result.sent > 0 && result.delivered === result.sent && result.replayed;
  return isWhole || result.interrupted ? 0 : 1;
}

/** Files are shown from the demo's folder, which its end names: a whole path would not fit beside the rest. */
async function openDemoView(context: CommandContext, folder: string, { json }: { json: boolean }): Promise<DemoView> {
  const { terminal } = context;
  const output = { data: (text: string) => void terminal.out(text), say: (text: string) => terminal.say(text) };
  const form = { output, from: folder, verbose: false, bodyRows: 3 };
  const listenView = await openView(json ? "json" : "pretty", context, form);
  if (json) return demoJsonView({ output, listenView });
  const theme = await createTheme(terminal.outLevel);
  const width = () => terminal.outWidth;
  return demoView({ output, theme, listenView, width });
}
