import { resolve } from "node:path";
import { flagOf, type OptionName } from "../../config/index.ts";
import type { ListenOptions, TunnelNotice } from "../../sessions/index.ts";
import { keptWebhookPath, type ProjectState } from "../../state/index.ts";
import {
  needsOfTunnel,
  runsCloudflared,
  standardTunnelSettings,
  tunnelFor,
  tunnelNames,
  tunnels,
  type TunnelName,
} from "../../tunnel/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { showLog, tunnelSurroundings } from "../tunnel-surroundings.ts";
import type { KeepableTunnel } from "./kept.ts";
import { cannotBeUsedTogether, tunnelNeeds, tunnelNotAskedFor } from "../sentences/listening.ts";
import { fetchWhereMissing } from "./fetched-program.ts";

type ReachingInput = CommandInput<
  | "tunnel"
  | "publicUrl"
  | "tunnelToken"
  | "tunnelProtocol"
  | "exitOnDisconnect"
  | "keepTunnel"
  | "cloudflared"
  | "path"
  | "port"
  | "host",
  { port: { default: number } }
>;

interface Reaching {
  choice: Pick<ListenOptions, "path" | "pathIsSecret" | "tunnel" | "orFreePort">;
  /** A tunnel that could go on after this listen, or that of an earlier one in its place. */
  keepable?: KeepableTunnel;
}

/**
 * How the listener is reached, and at which path; undefined where it was interrupted while the tunnel's program was
 * fetched. Throws `HooksError` USAGE, TUNNEL_PROGRAM_MISSING and what stands in the way of fetching that.
 */
export async function chooseReaching(
  input: ReachingInput,
  context: CommandContext,
  { state, say }: { state: ProjectState; say: (notice: TunnelNotice) => void },
): Promise<Reaching | undefined> {
  const { options } = input;
  const kind = chosenKind(input);
  refuseUnused(kind, input);
  const isAnyPort = !input.given.isGiven("port");
  if (kind === undefined) return { choice: { path: options.path, orFreePort: isAnyPort } };
  refuseMissing(kind, input);
  const publicUrl = needsOfTunnel(kind).includes("publicUrl") ? options.publicUrl : undefined;
  const ownPath = publicUrl === undefined ? "/" : new URL(publicUrl).pathname.replace(/(?<=.)\/+$/, "");
  const keptPath = options.path === undefined && ownPath === "/" ? await secretPath(context, state) : undefined;
  const path = keptPath ?? options.path ?? ownPath;
  const settings = { ...standardTunnelSettings, ...context.tunnelSettings };
  if (runsCloudflared(kind) && options.cloudflared === undefined) {
    if (!(await fetchWhereMissing(input, context, { settings, say }))) return undefined;
  }
  const create = await tunnels[kind].load();
  const asked = {
    publicUrl: publicUrl?.replace(/\/+$/, ""),
    tunnelToken: options.tunnelToken,
    protocol: options.tunnelProtocol,
    cloudflared: options.cloudflared === undefined ? undefined : resolve(context.host.cwd, options.cloudflared),
  };
  const provider = await create(
    { ...asked, settings },
    tunnelSurroundings(context, state, input.options.debug ? showLog(context) : undefined),
  );
  const publicPath = ownPath === "/" ? path : "";
  const orFreePort = isAnyPort && publicUrl === undefined; // what leads here from an address of one's own leads to one port
  const tunnel = {
    kind,
    provider,
    publicPath,
    ownAddress: publicUrl?.replace(/\/+$/, ""),
    isLedByOthers: publicUrl !== undefined && !runsCloudflared(kind),
    exitAfterMs: options.exitOnDisconnect || undefined,
  };
  const choice = { path, pathIsSecret: keptPath !== undefined, tunnel, orFreePort };
  return runsCloudflared(kind)
    ? { choice, keepable: { kind, tunnel, options: asked, path, orFree: orFreePort } }
    : { choice };
}

/** A --public-url that is typed goes before a kind that was not, where that has no use for one. */
function chosenKind({ options, given }: ReachingInput): TunnelName | undefined {
  const { tunnel } = options;
  const usesUrl = tunnel && needsOfTunnel(tunnel).includes("publicUrl");
  const isOverruled = given.isTyped("publicUrl") && !given.isTyped("tunnel") && usesUrl !== true;
  if (tunnel === undefined || isOverruled) return tunnelFor(options);
  return tunnel === false ? undefined : tunnel;
}

/** 22 characters of base64url are 132 bits. */
function secretPath({ random }: CommandContext, state: ProjectState): Promise<string> {
  return keptWebhookPath(state, () => `/h/${random.token().slice(0, 22)}`);
}

/** What of the options makes a difference only beside others. */
const dependent = [
  "tunnelProtocol",
  "cloudflared",
  "keepTunnel",
  "exitOnDisconnect",
  "publicUrl",
  "tunnelToken",
] as const;

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
  const ofProgram = runsCloudflared(kind) ? (["tunnelProtocol", "cloudflared", "keepTunnel"] as const) : [];
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
