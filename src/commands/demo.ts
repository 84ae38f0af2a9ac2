import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { ExitStatus } from "../errors.ts";
import {
  createTheme,
  demoEnding,
  demoView,
  jsonLine,
  views,
  replayedJson,
  type FormatName,
  type View,
} from "../output/index.ts";
import { demo as runSession, type DemoNotice } from "../sessions/index.ts";
import { defineCommand, shownPath, type CommandContext, type CommandInput } from "./command.ts";

const names = ["fast"] as const;
type DemoName = (typeof names)[number];

export const demo = defineCommand({
  description:
    "Shows the main job with nothing but this machine: a listener, a small CRM as the handler, and a purchase told event by event. Takes under ten seconds and records into a temporary folder.",
  positionals: [],
  positionalLimit: 0,
  options: names,
  examples: [
    ["demo", "watch it"],
    ["demo --fast", "the same without the pauses"],
  ],
  run: runDemo,
});

const pauseMs = 900;

async function runDemo({ options }: CommandInput<DemoName>, context: CommandContext): Promise<ExitStatus> {
  const { host, terminal, clock, random, program } = context;
  const folder = await mkdtemp(join(host.temporaryFolder, "appdirect-hooks-demo-"));
  const theme = await createTheme(terminal.errLevel);
  const show = await (options.json ? jsonShow(context, folder) : prettyShow(context, folder));
  if (!options.json) terminal.say(`${theme.strong("appdirect-hooks")}: AppDirect webhooks on your own machine\n`);
  const result = await runSession(
    { folder, pauseMs: options.fast ? 0 : pauseMs },
    {
      clock,
      random,
      env: host.env,
      processId: host.processId,
      isAlive: (processId) => host.isAlive(processId),
      notify: show,
      signal: AbortSignal.any([host.interruption(), host.outputClosed]),
    },
  );
  if (options.json) void terminal.out(jsonLine({ type: "end", ...result, folder }));
  else terminal.say(demoEnding(result, { theme, program, folder, width: terminal.width }));
  const isWhole = result.sent > 0 && result.delivered === result.sent && result.replayed;
  return isWhole || result.interrupted ? 0 : 1;
}

async function prettyShow(context: CommandContext, folder: string): Promise<(notice: DemoNotice) => void> {
  const { terminal } = context;
  const theme = await createTheme(terminal.outLevel);
  const listenView = await createView("pretty", context, folder);
  const view = demoView({ theme, listenView, width: () => terminal.width });
  return (notice) => {
    const { out, err } = view(notice);
    if (err !== undefined) terminal.say(err);
    if (out !== undefined) void terminal.out(out);
  };
}

async function jsonShow(context: CommandContext, folder: string): Promise<(notice: DemoNotice) => void> {
  const listenView = await createView("json", context, folder);
  return (notice) => void context.terminal.out(jsonOf(notice, listenView));
}

/** The listener's lines are those of `listen --json`, but for its end: a demo has one of its own. */
function jsonOf(notice: DemoNotice, listenView: View): string {
  switch (notice.kind) {
    case "listener":
      return notice.notice.kind === "end" ? "" : (listenView(notice.notice).out ?? "");
    case "replayed":
      return replayedJson(notice.notice);
    case "step":
      return jsonLine({ type: "step", step: notice.step, handler: notice.handler });
    case "handler":
      return jsonLine({ type: "handler", did: notice.did });
  }
}

/** Files are shown from the demo's folder, which its end names: a whole path would not fit beside the rest. */
async function createView(
  format: FormatName,
  { terminal, host, program }: CommandContext,
  folder: string,
): Promise<View> {
  const create = await views[format].load();
  return create({
    outTheme: await createTheme(terminal.outLevel),
    errTheme: await createTheme(terminal.errLevel),
    width: () => terminal.width,
    errWidth: () => (host.stderr.isTTY === true ? terminal.width : Number.POSITIVE_INFINITY),
    verbose: false,
    bodyRows: 3,
    program,
    shownPath: (file) => shownPath(file, folder),
  });
}
