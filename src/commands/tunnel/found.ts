import { statusOf, type HolderStatus } from "../../sessions/index.ts";
import { keptTunnels, type KeptTunnelRecord, type ProjectState } from "../../state/index.ts";
import { seeProcess } from "../../tunnel/index.ts";
import type { CommandContext } from "../command.ts";

/** A tunnel that is kept, of whatever project. */
export interface FoundTunnel {
  record: KeptTunnelRecord;
  isOfThisProject: boolean;
  /** What its holder says; undefined where it does not answer, or speaks as another version of ours does. */
  status?: HolderStatus;
}

/** Those that run, the one of this project first. */
export async function foundTunnels(state: ProjectState, { host, clock }: CommandContext): Promise<FoundTunnel[]> {
  const records = (await keptTunnels(state)).filter(({ ended }) => ended === undefined);
  const found = await Promise.all(
    records.map(async (record): Promise<FoundTunnel | undefined> => {
      const status = await statusOf(record, clock);
      const isOfThisProject = record.root === state.root;
      if (status !== undefined) return { record, isOfThisProject, status };
      const seen = await seeProcess(record.holder.processId, host.platform);
      return seen?.startedAt === record.holder.startedAt ? { record, isOfThisProject } : undefined;
    }),
  );
  return found
    .filter((one) => one !== undefined)
    .toSorted((left, right) => Number(right.isOfThisProject) - Number(left.isOfThisProject));
}
