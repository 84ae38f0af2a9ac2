import { resolve } from "node:path";
import { withoutSecrets } from "../config/index.ts";
import { listenDefaults } from "../defaults.ts";
import { HooksError, type ExitStatus } from "../errors.ts";
import type { View } from "../output/index.ts";
import {
  startListening,
  type ListenOptions,
  type ListenSession,
  type ListenSurroundings,
  type TunnelNotice,
} from "../sessions/index.ts";
import { projectState, type ProjectState } from "../state/index.ts";
import { oneTrust } from "./conflict.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";
import { chooseAuthentication, demandedCredentials } from "./listen/authentication.ts";
import { HandedAddress } from "./listen/handed-address.ts";
import { HeldViews } from "./listen/held-views.ts";
import { handleKeys } from "./listen/keys.ts";
import type { KeepableTunnel } from "./listen/kept.ts";
import { askAboutCommands } from "./listen/open-commands.ts";
import { chooseReaching } from "./listen/reaching.ts";
import { refuseSecondListener } from "./listen/second-listener.ts";
import { showToken } from "./listen/show-token.ts";
import { clearStrays } from "./listen/strays.ts";
import { keepYoungGenerationSmall } from "./listen/young-generation.ts";
import { keptTunnelHasPort, publicPortInUse } from "./sentences/listening.ts";
import { forwardingTargets, readTrusted } from "./targets.ts";
import { openView, terminalOutput } from "./views.ts";

const names = [
  ...([
    "port",
    "host",
    "path",
    "auth",
    "token",
    "client",
    "user",
    "newToken",
    "showToken",
    "respond",
    "maxBody",
  ] as const),
  ...([
    "tunnel",
    "publicUrl",
    "tunnelToken",
    "tunnelProtocol",
    "keepTunnel",
    "exitOnDisconnect",
    "cloudflared",
    "copy",
    "printUrl",
    "readyFile",
  ] as const),
  ...(["events", "count", "untilEvent", "for"] as const),
  ...(["fixtures", "record", "redact", "keepSecrets"] as const),
  ...(["forwardTo", "exec", "header", "timeout", "skipVerify", "cacert", "format"] as const),
];
export type ListenName = (typeof names)[number];

/** What shows or ends a session, which --show-token does not begin; settings may stand beside it. */
const ofSessions = ["copy", "printUrl", "readyFile", "count", "untilEvent", "for"] as const;

const own = {
  port: {
    default: listenDefaults.port,
    brief: `port to listen on (default: ${listenDefaults.port})`,
    defaultText: `${listenDefaults.port}, or a free one if another program has it`,
  },
};
type ListenInput = CommandInput<ListenName, typeof own>;

export const listen = defineCommand({
  description: "Receives AppDirect webhooks: checks, records, prints and forwards each event.",
  more: "The sender gets its 200 only once the event is on disk.",
  positionals: [
    {
      form: "[target…]",
      help: "handlers to forward to: 3000, localhost:3000/hooks, subscription.*,order=http://localhost:4001/hooks",
    },
  ],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  own,
  firstDay: ["forwardTo", "tunnel", "keepTunnel", "port", "auth", "events", "fixtures", "format", "json", "verbose"],
  examples: [
    ["listen 3000", "open a public address; forward events to http://localhost:3000/"],
    ["listen --no-tunnel", "record and print what is sent to http://127.0.0.1:4747/"],
    ["listen -f 'subscription.*=4001' -f 'user,company=localhost:4002/crm'", "send each handler its own events"],
    ["listen --token @token.txt --count 1 --for 60s", "in CI: wait for one event with this token, else exit 1"],
    ["listen --public-url https://hooks.example.com", "use a public address of yours that reaches this machine"],
    ["listen --json | jq -c 'select(.type == \"event\").fixture.payload'", "print each payload, for other programs"],
  ],
  conflicts: [
    { does: "showToken", message: "--show-token prints the saved token and exits", not: ofSessions },
    {
      both: ["printUrl", "json"],
      message: "--print-url and --json both write the first line of standard output.",
      hint: 'Leave --print-url out: the "ready" line of --json has the url.',
    },
    {
      both: ["json", "format"],
      when: ({ format }) => format !== "json",
      message: "--format and --json both choose the output format.",
    },
    { both: ["record", "fixtures"], message: "--no-record writes no files, so --fixtures has no effect." },
    oneTrust,
    {
      only: ["respond", "header", "timeout", "skipVerify", "cacert"],
      beside: ["forwardTo", "exec"],
      orPositional: true,
      purpose: "a handler",
    },
  ],
  run: runListen,
});

async function runListen(input: ListenInput, context: CommandContext): Promise<ExitStatus> {
  const { host } = context;
  const state = projectState(host);
  if (input.options.showToken) return showToken(input, context, state);
  context.terminal.unblock();
  await refuseSecondListener(input, host, state);
  keepYoungGenerationSmall();
  const address = new HandedAddress(input, context);
  const views = new HeldViews([address, await openListenView(input, context)]);
  try {
    return await listenWith({ views, address }, input, context, state);
  } finally {
    await views.close();
  }
}

async function listenWith(
  { views, address }: { views: HeldViews; address: HandedAddress },
  input: ListenInput,
  context: CommandContext,
  state: ProjectState,
): Promise<ExitStatus> {
  const { host, clock, random } = context;
  const clear = () =>
    clearStrays(context, state, (processId) => views.show({ kind: "tunnel", state: "cleared", processId }));
  await clear();
  await address.check();
  const say = (notice: TunnelNotice) => views.show(notice);
  const asked = await listenOptions(input, context, { state, say });
  if (asked === undefined) return 0;
  await askAboutCommands(asked.options, input, context);
  const { keepable } = asked;
  const kept = keepable && (await (await loadKept()).keptTunnel(keepable, input, context, { state, say }));
  const options = { ...asked.options, ...kept };
  const giveUp = new AbortController();
  const session = await startWith(options, input, context, {
    clock,
    random,
    env: withoutSecrets(host.env),
    processes: host,
    processId: host.processId,
    isAlive: (processId, since) => host.isAlive(processId, since),
    state,
    views: [views],
    signal: AbortSignal.any([host.interruption(), host.outputClosed, giveUp.signal]),
  });
  await address.handOn().catch(async (cause: unknown) => {
    giveUp.abort();
    await session.ended;
    throw cause;
  });
  const keys = address.isKnown && handleKeys({ session, context, views, options: input.options });
  const result = await session.ended;
  if (keys) keys.close();
  if (result.failure !== undefined) {
    await clear(); // with whatever held the tunnel, its port went
    throw result.failure.cause;
  }
  if (result.missing) return 1;
  return result.failed && !result.interrupted ? 1 : 0;
}

/** Only where it is asked for: help needs none of it. */
const loadKept = () => import("./listen/kept.ts");

/** Throws what `startListening` throws. */
async function startWith(
  options: ListenOptions,
  { given }: ListenInput,
  { program, clock }: CommandContext,
  surroundings: ListenSurroundings & { state: ProjectState },
): Promise<ListenSession> {
  try {
    return await startListening(options, surroundings);
  } catch (cause) {
    if (!(cause instanceof HooksError) || cause.code !== "PORT_IN_USE") throw cause;
    const { port } = options;
    if ((await (await loadKept()).keptPort(surroundings.state, clock)) === port)
      throw keptTunnelHasPort(port, { named: given.nameOf("port"), program });
    throw given.isGiven("port") ? cause : publicPortInUse(port, cause);
  }
}

/** Undefined where it was interrupted before there is anything to end. */
async function listenOptions(
  input: ListenInput,
  context: CommandContext,
  { state, say }: { state: ProjectState; say: (notice: TunnelNotice) => void },
): Promise<{ options: ListenOptions; keepable?: KeepableTunnel } | undefined> {
  const { options, given } = input;
  const { host } = context;
  const authentication = chooseAuthentication(input);
  const trusted = options.cacert === undefined ? undefined : await readTrusted(options.cacert, input, context);
  const targets = forwardingTargets(input, context);
  const reaching = await chooseReaching(input, context, { state, say });
  if (reaching === undefined) return undefined;
  const { choice, keepable } = reaching;
  const all: ListenOptions = {
    host: options.host,
    port: options.port,
    named: { host: given.nameOf("host"), port: given.nameOf("port") },
    ...choice,
    authentication,
    ...(await demandedCredentials(authentication, input, { random: context.random, state })),
    maxBodyBytes: options.maxBody,
    fixtures: options.record ? resolve(host.cwd, options.fixtures) : undefined,
    redact: options.redact,
    keepSecrets: options.keepSecrets,
    targets,
    answerWithHandlers: options.respond === "handler",
    events: options.events,
    timeoutMs: options.timeout,
    skipVerify: options.skipVerify,
    trusted,
    ending: {
      count: options.count,
      untilEvent: options.untilEvent,
      afterMs: options.for,
    },
  };
  return { options: all, ...(keepable && { keepable }) };
}

function openListenView({ options }: ListenInput, context: CommandContext): Promise<View> {
  const form = options.json ? "json" : (options.format ?? (context.terminal.outIsTerminal ? "pretty" : "line"));
  return openView(form, context, {
    output: terminalOutput(context.terminal, form),
    from: context.host.cwd,
    verbose: options.verbose,
  });
}
