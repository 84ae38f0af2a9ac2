import { whenAborted } from "../../waiting.ts";
import {
  claimKeptTunnel,
  forgetKeptTunnel,
  readKeptTunnel,
  writeKeptTunnel,
  type KeptTunnelRecord,
  type ProjectState,
} from "../../state/index.ts";
import type { ProcessIdentity } from "../../tunnel/index.ts";
import type { Holder } from "./holder.ts";
import { connectToHolder } from "./holder-link.ts";
import { keptForm } from "./messages.ts";
import { openHolder } from "./open-holder.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";
import { holderKilled, keptAlready } from "./sentences.ts";
import { removeSocketFolder, socketFolder, socketIn, type SocketPlace } from "./sockets.ts";

export interface KeepingSurroundings
  extends Pick<HoldSurroundings, "clock" | "provider" | "version" | "log">, SocketPlace {
  state: ProjectState;
  /** This process. */
  self: ProcessIdentity;
  /** Ends it. */
  signal: AbortSignal;
}

/** Where a holder is spoken to, and when it has ended. */
export interface HeldTunnel {
  control: string;
  ended: Promise<void>;
}

/**
 * Holds the tunnel of a project, and tells whoever looks for it where. Throws what `openHolder` throws, and `HooksError`
 * LISTENER_RUNNING where the project has one already.
 */
export async function holdTunnel(plan: HoldPlan, surroundings: KeepingSurroundings): Promise<HeldTunnel> {
  const { state, self, signal } = surroundings;
  const last = await lastOne(state);
  const folder = await socketFolder(surroundings);
  const control = socketIn(folder, "control");
  const record = { form: keptForm, version: surroundings.version, holder: self, root: state.root, control };
  try {
    if (!(await claimKeptTunnel(state, record))) throw keptAlready(state.root);
    const holder = await openHolder(plan, {
      ...surroundings,
      processId: self.processId,
      folder,
      ...(last?.url !== undefined && { before: { url: last.url, why: last.ended ?? holderKilled } }),
      moved: (url) => void writeKeptTunnel(state, { ...record, url }).catch(notKept),
    });
    whenAborted(signal, () => holder.stop());
    return { control, ended: untilEnded(holder, { record, state, folder }) };
  } catch (cause) {
    await removeSocketFolder(folder);
    await forgetOwn(state, record);
    throw cause;
  }
}

/** The record of the one before, taken away: nobody is there any more. Throws `HooksError` LISTENER_RUNNING where somebody is. */
async function lastOne(state: ProjectState): Promise<KeptTunnelRecord | undefined> {
  const last = await readKeptTunnel(state);
  if (last === undefined) return undefined;
  const socket = last.ended === undefined ? await connectToHolder(last.control) : undefined;
  socket?.destroy();
  if (socket !== undefined) throw keptAlready(state.root);
  await forgetKeptTunnel(state);
  return last;
}

/** Where nobody wanted its end, the next one learns that there was an address, and why it is no more. */
async function untilEnded(
  holder: Holder,
  { record, state, folder }: { record: KeptTunnelRecord; state: ProjectState; folder: string },
): Promise<void> {
  const why = await holder.ended;
  const url = holder.url ?? holder.before;
  if (why === undefined || url === undefined) await forgetOwn(state, record);
  else await writeKeptTunnel(state, { ...record, url, ended: why }).catch(notKept);
  await removeSocketFolder(folder);
}

async function forgetOwn(state: ProjectState, { control }: KeptTunnelRecord): Promise<void> {
  const written = await readKeptTunnel(state);
  if (written?.control === control) await forgetKeptTunnel(state);
}

/** A full disk: it goes on without; who looks for it finds what was written first. */
function notKept(): void {}
