import type { Check } from "../check.ts";
import { findStrays } from "../find-strays.ts";
import { failure, ok, skipped } from "../judgements.ts";

/** A cloudflared that a `listen` of ours left behind, of whatever project: its address still leads to this machine. */
export const strays: Check = async ({ state, tunnel: { machine } }) => {
  if (machine.platform === "win32") return [skipped("Not checked on Windows.")];
  const found = await findStrays(state, machine);
  if (found.length === 0) return [ok("No tunnel was left behind.")];
  return found.map((processId) =>
    failure(
      `Process ${processId} is a tunnel that an earlier session left behind.`,
      "The next listen ends it. To end it now:",
      `  kill ${processId}`,
    ),
  );
};
