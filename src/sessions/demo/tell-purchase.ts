import type { Happening, ServedMarketplace } from "../../marketplace/simulator/index.ts";
import type { AttemptCount } from "./attempt-count.ts";
import type { CrmHandler } from "./crm-handler.ts";
import type { DemoOptions, DemoStep, DemoSurroundings } from "./options.ts";

export interface Purchase {
  /** Of a purchase, the rest of which is left: they go on without end. */
  events: AsyncIterable<Happening>;
  marketplace: Pick<ServedMarketplace, "happen">;
  count: AttemptCount;
  handler: CrmHandler;
  step(name: DemoStep): void;
}

/** The last event of a purchase; the handler fails at it so often. */
const lastEvent = "subscription.added";
const failures = 2;

/** Each event happens once the one before is delivered, and `pauseMs` more. Resolves with how many happened. */
export async function tellPurchase(
  { events, marketplace, count, handler, step }: Purchase,
  { pauseMs }: Pick<DemoOptions, "pauseMs">,
  { clock, signal }: Pick<DemoSurroundings, "clock" | "signal">,
): Promise<number> {
  let sent = 0;
  if (signal.aborted) return sent;
  step("purchase");
  for await (const happening of events) {
    const isLast = happening.event === lastEvent;
    if (isLast) {
      step("retry");
      handler.restart(failures);
    }
    await marketplace.happen(happening);
    sent += 1;
    const isThrough = await count.through(isLast ? failures : 0, signal);
    if (isThrough) await clock.sleep(pauseMs, signal);
    if (isLast || !isThrough || signal.aborted) break;
  }
  return sent;
}
