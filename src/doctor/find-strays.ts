import { rememberedTunnels, tunnelFolder, type ProjectState } from "../state/index.ts";
import { seeStarted, unrememberedTunnels, type Machine } from "../tunnel/index.ts";

/** The processes that a `listen` of ours left behind, of whatever project; none where this system does not tell. */
export async function findStrays(state: ProjectState, machine: Pick<Machine, "platform">): Promise<number[]> {
  const records = (await rememberedTunnels(state)).map(({ record }) => record);
  const seen = await Promise.all(records.map((record) => seeStarted(record, machine)));
  const known = records.map(({ started }) => started.processId);
  const remembered = known.filter((_, index) => seen[index] === "stray");
  const unremembered = await unrememberedTunnels(tunnelFolder(state), machine, known);
  return [...remembered, ...unremembered.map(({ processId }) => processId)];
}
