import { rememberedTunnels } from "../../state/index.ts";
import { seeStarted, unrememberedTunnels } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { failure, ok, skipped } from "../judgements.ts";

/** A cloudflared that a `listen` of ours left behind, of whatever project: its address still leads to this machine. */
export const strays: Check = async ({ state, tunnel: { machine, folder } }) => {
  if (machine.platform === "win32") return [skipped("Windows does not tell which process left which behind.")];
  const records = (await rememberedTunnels(state)).map(({ record }) => record);
  const seen = await Promise.all(records.map((record) => seeStarted(record, machine)));
  const remembered = records.filter((_, index) => seen[index] === "stray");
  const unremembered = await unrememberedTunnels(
    folder,
    machine,
    records.map(({ started }) => started.processId),
  );
  const found = [...remembered.map(({ started }) => started), ...unremembered].map(({ processId }) =>
    failure(
      `Process ${processId} is a tunnel that an earlier listen left behind.`,
      `The next listen ends it. Or now: kill ${processId}`,
    ),
  );
  return found.length === 0 ? [ok("No tunnel was left behind.")] : found;
};
