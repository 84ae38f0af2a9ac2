import { createServer, type Server } from "node:net";
import { openGate, startListener } from "../../listener/index.ts";
import { Holder } from "./holder.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";
import { socketIn } from "./sockets.ts";

/** For what takes longer than a refusal. */
const bodyTimeoutMs = 30_000;

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE, and the system's errors where its sockets cannot be made. */
export async function openHolder(plan: HoldPlan, surroundings: HoldSurroundings): Promise<Holder> {
  const { clock, folder } = surroundings;
  const always = socketIn(folder, "refusing");
  const gate = await openGate(plan, always);
  const refusing = await startListener({
    ...plan,
    behind: { socket: always, port: gate.port, origin: gate.origin, reachedAt: gate.reachedAt },
    endpoints: [{ method: "POST", path: undefined, take: async (call) => holder.refuse(call) }],
    maxBodyBytes: 0,
    bodyTimeoutMs,
    clock,
    refused: () => undefined,
    failed: () => undefined,
    unconnected: () => undefined,
  });
  const control = createServer((socket) => void holder.serve(socket));
  await listenAt(control, socketIn(folder, "control"));
  const holder = new Holder({ gate, refusing, control }, plan, surroundings);
  return holder;
}

function listenAt(control: Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    control.once("error", reject);
    control.listen({ path: socket }, resolve);
  });
}
