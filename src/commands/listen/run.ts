import { resolve } from "node:path";
import { withoutSecrets } from "../../config/index.ts";
import { HooksError, type ExitStatus } from "../../errors.ts";
import type { View } from "../../output/index.ts";
import {
  startListening,
  type ListenOptions,
  type ListenSession,
  type ListenSurroundings,
  type TunnelNotice,
} from "../../sessions/index.ts";
import { projectState, type ProjectState } from "../../state/index.ts";
import type { CommandContext } from "../command.ts";
import type { ListenInput } from "../listen.ts";
import { keptTunnelHasPort, publicPortInUse } from "../sentences/listening.ts";
import { forwardingTargets, readTrusted } from "../targets.ts";
import { openView, terminalOutput } from "../views.ts";
import { chooseAuthentication, demandedCredentials } from "./authentication.ts";
import { HandedAddress } from "./handed-address.ts";
import { HeldViews } from "./held-views.ts";
import { handleKeys } from "./keys.ts";
import type { KeepableTunnel } from "./kept.ts";
import { askAboutCommands } from "./open-commands.ts";
import { chooseReaching } from "./reaching.ts";
import { refuseSecondListener } from "./second-listener.ts";
import { showToken } from "./show-token.ts";
import { clearStrays } from "./strays.ts";
import { keepYoungGenerationSmall } from "./young-generation.ts";

/** Receives until what ends it. Throws what its parts throw, and what ended it. */
export async function runListen(input: ListenInput, context: CommandContext): Promise<ExitStatus> {
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

/** Only where it is asked for. */
const loadKept = () => import("./kept.ts");

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
