import { whenAborted } from "../../waiting.ts";
import {
  claimKeptTunnel,
  keptTunnelFolder,
  removeKeptTunnel,
  writeKeptTunnel,
  type KeptTunnelRecord,
  type ProjectState,
} from "../../state/index.ts";
import type { ProcessIdentity } from "../../tunnel/index.ts";
import { openControl, removeSockets, type Control } from "./control.ts";
import { connectToHolder } from "./holder-link.ts";
import type { Holder } from "./holder.ts";
import { keptForm } from "./messages.ts";
import { openHolder } from "./open-holder.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";
import { holderKilled, keptAlready, recordUnwritable } from "./sentences.ts";

export interface KeepingSurroundings extends Pick<HoldSurroundings, "clock" | "provider" | "version" | "log"> {
  state: ProjectState;
  /** This process. */
  self: ProcessIdentity;
  platform: string;
  temporaryFolder: string;
  /** Letters and digits. */
  unique: string;
  isAlive(processId: number): boolean;
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
 * LISTENER_RUNNING where the project has one already, FOLDER_UNWRITABLE where it cannot be told.
 */
export async function holdTunnel(plan: HoldPlan, surroundings: KeepingSurroundings): Promise<HeldTunnel> {
  const { state, self, version, signal, temporaryFolder } = surroundings;
  const control = await openControl({ ...surroundings, folders: [keptTunnelFolder(state), temporaryFolder, "/tmp"] });
  const record = { form: keptForm, version, holder: self, root: state.root, control: control.socket };
  let writing = Promise.resolve(); // one after the other, and none after the end
  try {
    const last = await claim(record, surroundings);
    const holder = await openHolder(plan, control, {
      ...surroundings,
      processId: self.processId,
      ...(last && { before: last }),
      moved: (url) => {
        writing = writing.then(() => writeKeptTunnel(state, { ...record, url })).catch(notKept);
      },
    });
    whenAborted(signal, () => holder.stop());
    const written = () => writing;
    return { control: control.socket, ended: untilEnded(holder, { record, last, state, control, written }) };
  } catch (cause) {
    await control.close();
    await removeKeptTunnel(state, record);
    throw cause;
  }
}

/** The address that the one before had, and why that is no more. */
interface LastAddress {
  url: string;
  why: string;
}

/** Throws `HooksError` LISTENER_RUNNING where somebody is there, and FOLDER_UNWRITABLE. */
async function claim(
  record: KeptTunnelRecord,
  { state, isAlive }: KeepingSurroundings,
): Promise<LastAddress | undefined> {
  let last: KeptTunnelRecord | undefined;
  const isFree = async (found: KeptTunnelRecord | undefined) => {
    last = found;
    return found === undefined || found.ended !== undefined || !(await isThere(found.control));
  };
  const isClaimed = await claimKeptTunnel(state, record, { isFree, isAlive }).catch((cause: unknown) => {
    throw recordUnwritable(keptTunnelFolder(state), cause);
  });
  if (!isClaimed) throw keptAlready(state.root);
  if (last !== undefined) await removeSockets(last.control);
  return last?.url === undefined ? undefined : { url: last.url, why: last.ended ?? holderKilled };
}

async function isThere(control: string): Promise<boolean> {
  const socket = await connectToHolder(control);
  socket?.destroy();
  return socket !== undefined;
}

interface HoldingFacts {
  record: KeptTunnelRecord;
  last: LastAddress | undefined;
  state: ProjectState;
  control: Control;
  /** Resolves when what was to be written down has been. */
  written(): Promise<void>;
}

/** Where nobody wanted its end, the next one learns that there was an address, and why it is no more. */
async function untilEnded(holder: Holder, facts: HoldingFacts): Promise<void> {
  const { record, last, state, control } = facts;
  const why = await holder.ended;
  await facts.written();
  const known = holder.url === undefined ? last : why === undefined ? undefined : { url: holder.url, why };
  if (known === undefined) await removeKeptTunnel(state, record);
  else await writeKeptTunnel(state, { ...record, url: known.url, ended: known.why }).catch(notKept);
  holder.disconnect();
  await control.close();
}

/** A full disk: it goes on without; who looks for it finds what was written first. */
function notKept(): void {}
