import { createHash } from "node:crypto";
import packageJson from "../../../package.json" with { type: "json" };
import type { Clock } from "../../clock.ts";
import { withoutSecrets } from "../../config/index.ts";
import {
  askStatus,
  keptForm,
  keptTunnelProvider,
  socketIn,
  startHolder,
  stopHolder,
  type HolderStatus,
  type ListenOptions,
  type TunnelNotice,
} from "../../sessions/index.ts";
import { readKeptTunnel, type KeptTunnelRecord, type ProjectState } from "../../state/index.ts";
import { endProcess, type TunnelName, type TunnelOptions, type TunnelProvider } from "../../tunnel/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { keptTunnelInUse } from "../sentences/listening.ts";
import { showLog } from "../tunnel-surroundings.ts";

export type KeepingInput = CommandInput<
  "keepTunnel" | "tunnelProtocol" | "cloudflared" | "port" | "host",
  { port: { default: number } }
>;

/** The tunnel that this `listen` would open by itself. */
export interface WantedTunnel {
  kind: TunnelName;
  provider: TunnelProvider;
  options: Omit<TunnelOptions, "settings">;
  path: string;
  orFree: boolean;
}

/** A tunnel that another process holds, and the place behind its gate. */
export interface KeptTunnel {
  provider: TunnelProvider;
  behind: NonNullable<ListenOptions["behind"]>;
  keptForMs?: number;
}

/**
 * Takes over the tunnel that an earlier `listen` of this project left, or starts one that is kept, where that was asked
 * for; undefined where this `listen` opens a tunnel that ends with it. Throws `HooksError` LISTENER_RUNNING, and what
 * `startHolder` throws.
 */
export async function keptTunnel(
  wanted: WantedTunnel,
  input: KeepingInput,
  context: CommandContext,
  state: ProjectState,
  say: (notice: TunnelNotice) => void,
): Promise<KeptTunnel | undefined> {
  const settings = settingsOf(wanted, input);
  const found = await findFitting({ settings, input, context, state, say });
  if (found === "in use") return undefined;
  if (found !== undefined) return takenOver(found, wanted, input, context);
  if (!input.options.keepTunnel) return undefined;
  const control = await startHolder(holderProgram(context), {
    plan: planOf(wanted, settings, input),
    options: wanted.options,
    state,
  });
  const status = await askStatus(control, context.clock);
  if (status === undefined) throw new TypeError("Whoever holds the tunnel does not answer.");
  return takenOver({ control, status }, wanted, input, context);
}

/** The port that is held for the kept tunnel of this project, if it has one. */
export async function keptPort(state: ProjectState, clock: Clock): Promise<number | undefined> {
  const record = await readKeptTunnel(state);
  return record?.ended === undefined && record?.form === keptForm
    ? (await askStatus(record.control, clock))?.port
    : undefined;
}

interface FoundHolder {
  control: string;
  status: HolderStatus;
}

interface Search {
  settings: Record<string, string>;
  input: KeepingInput;
  context: CommandContext;
  state: ProjectState;
  say(notice: TunnelNotice): void;
}

/** What does not fit is ended, and that is said. */
async function findFitting(search: Search): Promise<FoundHolder | "in use" | undefined> {
  const { input, context, state, say } = search;
  const { host, clock } = context;
  const record = await readKeptTunnel(state);
  if (record === undefined || record.ended !== undefined) return undefined;
  if (record.form !== keptForm) return void (await endOther(record, search));
  const { control } = record;
  const status = await askStatus(control, clock);
  if (status === undefined) return undefined;
  if (status.usedBy !== undefined && host.isAlive(status.usedBy)) {
    if (input.options.keepTunnel) throw keptTunnelInUse(status.usedBy);
    return "in use";
  }
  const other = differing(status, search);
  if (other === undefined) return { control, status };
  await stopHolder(control, clock);
  say({ kind: "tunnel", state: "ended", why: `it was opened with another ${other}` });
  return undefined;
}

/** One of another version of ours speaks in another way. */
async function endOther({ holder, version }: KeptTunnelRecord, { context, say }: Search): Promise<void> {
  const { host, clock } = context;
  const outcome = await endProcess(holder, { clock, machine: host });
  const why = `appdirect-hooks ${version} opened it, which version ${packageJson.version} cannot take over`;
  if (outcome === "ended") say({ kind: "tunnel", state: "ended", why });
}

/** The flag of what is not as it was opened. A port that was not asked for may be any. */
function differing({ settings: found, port }: HolderStatus, { settings, input }: Search): string | undefined {
  const names = Object.keys({ ...found, ...settings });
  const other = names.find((name) => found[name] !== settings[name]);
  if (other !== undefined) return other;
  const { port: wanted } = input.options;
  return input.given.isGiven("port") && wanted !== 0 && wanted !== port ? "--port" : undefined;
}

function settingsOf({ kind, options }: WantedTunnel, { options: { host } }: KeepingInput): Record<string, string> {
  const { publicUrl, tunnelToken, protocol, cloudflared } = options;
  const all = {
    "--tunnel": kind,
    "--tunnel-protocol": protocol,
    "--host": host,
    "--public-url": publicUrl,
    "--cloudflared": cloudflared,
    "--tunnel-token": tunnelToken && createHash("sha256").update(tunnelToken).digest("hex"),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function planOf(
  { kind, path, orFree }: WantedTunnel,
  settings: Record<string, string>,
  { options, given }: KeepingInput,
) {
  const named = { host: given.nameOf("host"), port: given.nameOf("port") };
  return { host: options.host, port: options.port, orFree, named, kind, settings, path };
}

function holderProgram({ host }: CommandContext) {
  const { nodeFile, programFile, env } = host;
  const kept = Object.entries(withoutSecrets(env)).filter(([name]) => !/^APPDIRECT_/i.test(name));
  return { file: nodeFile, arguments: [programFile, "hold-tunnel"], env: Object.fromEntries(kept) };
}

function takenOver(
  { control, status }: FoundHolder,
  { provider, path }: WantedTunnel,
  { options }: { options: KeepingInput["options"] & { debug: boolean } },
  context: CommandContext,
): KeptTunnel {
  const { host, clock, random } = context;
  const { folder, port, origin, reachedAt } = status;
  const socket = socketIn(folder, `listen-${host.processId}-${random.token().slice(0, 6)}`);
  const keptForMs = options.keepTunnel || undefined;
  const attachment = { processId: host.processId, socket, path, keepMs: keptForMs ?? null, wantsLog: options.debug };
  return {
    provider: keptTunnelProvider(provider, { control, attachment, state: status.state, clock, log: showLog(context) }),
    behind: { socket, port, origin, reachedAt },
    ...(keptForMs !== undefined && { keptForMs }),
  };
}
