import { resolve } from "node:path";
import { flagOf, type OptionName } from "../../config/index.ts";
import { printable } from "../../output/index.ts";
import type { ListenOptions, TunnelNotice } from "../../sessions/index.ts";
import {
  keptWebhookPath,
  rememberedTunnels,
  rememberTunnel,
  tunnelFolder,
  type ProjectState,
} from "../../state/index.ts";
import {
  endStray,
  needsOfTunnel,
  runsCloudflared,
  standardTunnelSettings,
  tunnelFor,
  tunnelNames,
  tunnels,
  type TunnelName,
  type TunnelSurroundings,
} from "../../tunnel/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { cannotBeUsedTogether, tunnelNeeds, tunnelNotAskedFor } from "../sentences/listening.ts";

type ReachingInput = CommandInput<
  "tunnel" | "publicUrl" | "tunnelToken" | "tunnelProtocol" | "exitOnDisconnect" | "cloudflared" | "path" | "port"
>;

type ReachingChoice = Pick<ListenOptions, "path" | "pathIsSecret" | "tunnel" | "orFreePort">;

/** How the listener is reached, and at which path. Throws `HooksError` USAGE and TUNNEL_PROGRAM_MISSING. */
export async function chooseReaching(
  input: ReachingInput,
  context: CommandContext,
  state: ProjectState,
): Promise<ReachingChoice> {
  const { options } = input;
  const kind = options.tunnel === false ? undefined : (options.tunnel ?? tunnelFor(options));
  refuseUnused(kind, input);
  const isAnyPort = !input.given.isGiven("port");
  if (kind === undefined) return { path: options.path, orFreePort: isAnyPort };
  refuseMissing(kind, input);
  const publicUrl = needsOfTunnel(kind).includes("publicUrl") ? options.publicUrl : undefined;
  const ownPath = publicUrl === undefined ? "/" : new URL(publicUrl).pathname.replace(/(?<=.)\/+$/, "");
  const kept = options.path === undefined && ownPath === "/" ? await keptPath(context, state) : undefined;
  const path = kept ?? options.path ?? ownPath;
  const create = await tunnels[kind].load();
  const provider = await create(
    {
      publicUrl: publicUrl?.replace(/\/+$/, ""),
      tunnelToken: options.tunnelToken,
      protocol: options.tunnelProtocol,
      cloudflared: options.cloudflared === undefined ? undefined : resolve(context.host.cwd, options.cloudflared),
      settings: { ...standardTunnelSettings, ...context.tunnelSettings },
    },
    surroundingsOf(context, state, input.options.debug),
  );
  const publicPath = ownPath === "/" ? path : "";
  const tunnel = {
    kind,
    provider,
    publicPath,
    ownAddress: publicUrl?.replace(/\/+$/, ""),
    isLedByOthers: publicUrl !== undefined && !runsCloudflared(kind),
    exitAfterMs: options.exitOnDisconnect || undefined,
  };
  // What leads here from an address of one's own leads to one port.
  return { path, pathIsSecret: kept !== undefined, tunnel, orFreePort: isAnyPort && publicUrl === undefined };
}

/** What an earlier session had to leave behind, of whatever project, is ended, and that is said. */
export async function clearStrays(
  { host, clock }: CommandContext,
  state: ProjectState,
  say: (notice: TunnelNotice) => void,
): Promise<void> {
  for (const { record, forget } of await rememberedTunnels(state)) {
    const outcome = await endStray(record, { clock, machine: host });
    if (outcome !== "living") await forget();
    if (outcome === "ended") say({ kind: "tunnel", state: "cleared", processId: record.started.processId });
  }
}

/** 22 characters of base64url are 132 bits. */
function keptPath({ random }: CommandContext, state: ProjectState): Promise<string> {
  return keptWebhookPath(state, () => `/h/${random.token().slice(0, 22)}`);
}

function surroundingsOf(context: CommandContext, state: ProjectState, debug: boolean): TunnelSurroundings {
  const { host, clock, random, terminal } = context;
  return {
    clock,
    random,
    machine: host,
    folder: tunnelFolder(state),
    remember: (started) => rememberTunnel(state, started),
    atExit: (act) => host.atExit(act),
    ...(debug && { log: (line: string) => isTaking(host) && terminal.fail(`cloudflared: ${printable(line)}\n`) }),
  };
}

const mostWaiting = 1024 * 1024;

/** It can print faster than a terminal shows. */
function isTaking({ stderr }: CommandContext["host"]): boolean {
  return stderr.writableLength < mostWaiting;
}

/** What of the options makes a difference only beside others. */
const dependent = ["tunnelProtocol", "cloudflared", "exitOnDisconnect", "publicUrl", "tunnelToken"] as const;

/** What was typed and changes nothing would let somebody wait for what never comes. */
function refuseUnused(kind: TunnelName | undefined, { options, given }: ReachingInput): void {
  const used = usedBy(kind);
  const unused = dependent.find((name) => given.isTyped(name) && !used.includes(name));
  if (unused === undefined) return;
  const users = tunnelNames().filter((name) => needsOfTunnel(name).some((need) => need === unused));
  if (kind === undefined || options.tunnel !== undefined || users.length === 0)
    throw cannotBeUsedTogether(askedFor(kind, given), flagOf(unused));
  throw tunnelNotAskedFor(flagOf(unused), users);
}

function usedBy(kind: TunnelName | undefined): readonly OptionName[] {
  if (kind === undefined) return [];
  const ofProgram = runsCloudflared(kind) ? (["tunnelProtocol", "cloudflared"] as const) : [];
  return [...needsOfTunnel(kind), "exitOnDisconnect", ...ofProgram];
}

/** How somebody came to this kind. */
function askedFor(kind: TunnelName | undefined, given: ReachingInput["given"]): string {
  if (kind === undefined) return given.isTyped("tunnel") ? "--no-tunnel" : `${given.nameOf("tunnel")}=false`;
  return !given.isGiven("tunnel") && needsOfTunnel(kind).includes("publicUrl")
    ? flagOf("publicUrl")
    : `--tunnel ${kind}`;
}

function refuseMissing(kind: TunnelName, { options }: ReachingInput): void {
  const [missing] = needsOfTunnel(kind).filter((name) => options[name] === undefined);
  if (missing !== undefined) throw tunnelNeeds(kind, missing);
}
