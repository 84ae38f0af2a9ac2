import { createHash } from "node:crypto";
import packageJson from "../../../package.json" with { type: "json" };
import type { Clock } from "../../clock.ts";
import { withoutSecrets } from "../../config/index.ts";
import { openGate } from "../../listener/index.ts";
import {
  askStatus,
  keptForm,
  keptTunnelProvider,
  socketIn,
  startHolder,
  statusOf,
  stopHolder,
  type HolderStatus,
  type ListenOptions,
  type ListenTunnel,
  type TunnelNotice,
} from "../../sessions/index.ts";
import { readKeptTunnel, writeKeptTunnel, type KeptTunnelRecord, type ProjectState } from "../../state/index.ts";
import { endProcess, type TunnelName, type TunnelOptions } from "../../tunnel/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { holderNotStarted, keptTunnelInUse } from "../sentences/listening.ts";
import { clearStrays } from "./strays.ts";
import { showLog } from "../tunnel-surroundings.ts";

export type KeepingInput = CommandInput<
  "keepTunnel" | "tunnelProtocol" | "cloudflared" | "port" | "host",
  { port: { default: number } }
>;

/** The tunnel that this `listen` would open by itself. */
export interface KeepableTunnel {
  kind: TunnelName;
  tunnel: ListenTunnel;
  options: Omit<TunnelOptions, "settings">;
  path: string;
  orFree: boolean;
}

interface Surroundings {
  state: ProjectState;
  say(notice: TunnelNotice): void;
}

/**
 * Takes over the tunnel that an earlier `listen` of this project left, or starts one that is kept, where that was asked
 * for; nothing where this `listen` opens a tunnel that ends with it. Resolves with what is otherwise for the session
 * then. Throws `HooksError` LISTENER_RUNNING, and what `startHolder` throws.
 */
export async function keptTunnel(
  keepable: KeepableTunnel,
  input: KeepingInput,
  context: CommandContext,
  surroundings: Surroundings,
): Promise<Pick<ListenOptions, "tunnel" | "behind">> {
  const search = { settings: settingsOf(keepable, input), input, context, ...surroundings };
  const found = await findFitting(search);
  if (found === "in use") return {};
  if (found !== undefined) return takenOver(found, keepable, input, context);
  if (!input.options.keepTunnel) return {};
  const plan = planOf(keepable, search.settings, input);
  const request = { plan, options: keepable.options, state: surroundings.state };
  const control = await startHolder(holderProgram(context), request);
  const status = await askStatus(control, context.clock);
  if (status === undefined) throw holderNotStarted();
  return takenOver({ control, status }, keepable, input, context);
}

/** The port that is held for the kept tunnel of this project, if it has one. */
export async function keptPort(state: ProjectState, clock: Clock): Promise<number | undefined> {
  const record = await readKeptTunnel(state);
  return record === undefined || record.ended !== undefined ? undefined : (await statusOf(record, clock))?.port;
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
  if (status === undefined) return void (await endSilent(record, search));
  if (status.usedBy !== undefined && host.isAlive(status.usedBy)) {
    if (input.options.keepTunnel) throw keptTunnelInUse(status.usedBy);
    return "in use";
  }
  const other = differing(status, search);
  if (other === undefined) return { control, status };
  if (other === "--port" || other === "--host") await checkPlace(input);
  const why = `it was opened with a different ${other}`;
  await stopHolder(control, clock, why);
  say({ kind: "tunnel", state: "ended", why });
  return undefined;
}

/** What cannot be had in its place must not end a tunnel. Throws `HooksError` PORT_IN_USE and ADDRESS_UNAVAILABLE. */
async function checkPlace({ options, given }: KeepingInput): Promise<void> {
  const named = { host: given.nameOf("host"), port: given.nameOf("port") };
  const place = { host: options.host, port: options.port, orFree: !given.isGiven("port"), named };
  await (await openGate(place, "")).close();
}

/** Its socket is gone, or it hangs: nobody would ever find it again. */
function endSilent(record: KeptTunnelRecord, search: Search): Promise<void> {
  return endAsProcess(record, "the process that keeps it does not respond", search);
}

/** One of another version of ours speaks in another way. */
function endOther(record: KeptTunnelRecord, search: Search): Promise<void> {
  const why = `appdirect-hooks ${record.version} opened it, and version ${packageJson.version} cannot take it over`;
  return endAsProcess(record, why, search);
}

/** Whoever keeps one next is told that AppDirect has its address. */
async function endAsProcess(record: KeptTunnelRecord, why: string, { context, state, say }: Search): Promise<void> {
  const { host, clock } = context;
  const outcome = await endProcess(record.holder, { clock, machine: host });
  if (outcome === "gone") return;
  // One that had to be killed leaves its tunnel behind, which leads to a port that anybody may have now.
  await clearStrays(context, state, (processId) => say({ kind: "tunnel", state: "cleared", processId }));
  if (record.url !== undefined) await writeKeptTunnel(state, { ...record, ended: why }).catch(() => undefined);
  say({ kind: "tunnel", state: "ended", why });
}

/** The flag of what is not as it was opened. A port that was not asked for may be any. */
function differing({ settings: found, port }: HolderStatus, { settings, input }: Search): string | undefined {
  const names = Object.keys({ ...found, ...settings });
  const other = names.find((name) => found[name] !== settings[name]);
  if (other !== undefined) return other;
  const { port: wanted } = input.options;
  return input.given.isGiven("port") && wanted !== 0 && wanted !== port ? "--port" : undefined;
}

function settingsOf({ kind, options }: KeepableTunnel, { options: { host } }: KeepingInput): Record<string, string> {
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
  { kind, path, orFree }: KeepableTunnel,
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
  { tunnel, path }: KeepableTunnel,
  { options }: KeepingInput,
  context: CommandContext,
): Pick<ListenOptions, "tunnel" | "behind"> {
  const { host, clock, random } = context;
  const { folder, port, origin, reachedAt, state } = status;
  const socket = socketIn(folder, `listen-${random.token().slice(0, 8)}`);
  const keptForMs = options.keepTunnel || undefined;
  const attachment = {
    processId: host.processId,
    socket,
    path,
    publicPath: tunnel.publicPath,
    keepMs: keptForMs ?? null,
    wantsLog: options.debug,
  };
  const provider = keptTunnelProvider(tunnel.provider, { control, attachment, state, clock, log: showLog(context) });
  return {
    tunnel: { ...tunnel, provider, ...(keptForMs !== undefined && { keptForMs }) },
    behind: { socket, port, origin, reachedAt },
  };
}
