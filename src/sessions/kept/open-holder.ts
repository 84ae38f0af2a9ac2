import { openGate, startListener } from "../../listener/index.ts";
import { socketIn, type Control } from "./control.ts";
import { Holder } from "./holder.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";

/** For what takes longer than a refusal. */
const bodyTimeoutMs = 30_000;

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function openHolder(plan: HoldPlan, control: Control, surroundings: HoldSurroundings): Promise<Holder> {
  const always = socketIn(control.folder, "refusing");
  const gate = await openGate(plan, always);
  const refusing = await startListener({
    ...plan,
    behind: { socket: always, port: gate.port, origin: gate.origin, reachedAt: gate.reachedAt },
    endpoints: [{ method: "POST", path: undefined, take: async (call) => holder.refuse(call) }],
    maxBodyBytes: 0,
    bodyTimeoutMs,
    clock: surroundings.clock,
    refused: () => undefined,
    failed: () => undefined,
    unconnected: () => undefined,
  });
  const holder = new Holder({ gate, refusing, control }, plan, surroundings);
  control.server.on("connection", (socket) => void holder.serve(socket));
  control.server.on("error", () => undefined); // such as no file descriptor being left: the next connection may have one
  return holder;
}
