import type { Happening, ServedMarketplace } from "../../marketplace/simulator/index.ts";
import { untilAborted } from "../../waiting.ts";
import type { SimulateOptions, SimulateSurroundings } from "./options.ts";
import type { OwnDeliveries } from "./own-deliveries.ts";

/** More than these wait for their next attempt: nothing more happens until some of them are through. */
const mostPending = 10_000;

/** So many events may be on their way to the disk at once: they share its flushes. */
const mostKept = 100;

/** After so many that are late already, others have their turn: a timer for each would take longer than the event. */
const mostInARow = 16;

export interface Telling {
  served: ServedMarketplace;
  /** What happens. */
  all: AsyncIterator<Happening>;
  own: OwnDeliveries;
}

/** Resolves with how many events happened, once what is counted was delivered or given up. */
export async function tellEvents(
  { served, all, own }: Telling,
  options: SimulateOptions,
  surroundings: SimulateSurroundings,
): Promise<number> {
  const { notify, signal } = surroundings;
  const { state } = served.marketplace;
  if (state.webhooks().length === 0) notify({ kind: "nobody" });
  await own.until(() => state.webhooks().length > 0, signal);
  const happened = await tell({ served, all, own }, options, surroundings);
  if (options.count === undefined) return happened;
  await own.until(() => own.pending === 0, signal);
  await untilAborted(served.marketplace.settled(), signal); // what is sent twice is sent after it was delivered
  return happened;
}

async function tell(
  { served, all, own }: Telling,
  options: SimulateOptions,
  { clock, notify, signal }: SimulateSurroundings,
): Promise<number> {
  const { state } = served.marketplace;
  const { count = Number.POSITIVE_INFINITY } = options;
  const intervalMs = 1_000 / options.perSecond;
  const keeping = new Set<Promise<void>>();
  let happened = 0;
  let begins = clock.elapsed();
  while (happened < count && !signal.aborted) {
    const next = await all.next();
    if (next.done === true) break;
    if (state.pendingCount >= mostPending) {
      notify({ kind: "held", pending: state.pendingCount });
      await own.until(() => state.pendingCount < mostPending, signal);
      begins = clock.elapsed() - happened * intervalMs; // what did not happen meanwhile is not made up for
    }
    const earlyMs = begins + happened * intervalMs - clock.elapsed();
    if (earlyMs > 0 || happened % mostInARow === 0) await clock.sleep(earlyMs, signal);
    if (signal.aborted) break;
    await keep(served.happen(next.value), keeping);
    happened += 1;
  }
  await Promise.all(keeping);
  return happened;
}

/** Waits only where too many are kept at once. Rejects with the failure of any. */
async function keep(kept: Promise<void>, keeping: Set<Promise<void>>): Promise<void> {
  keeping.add(kept);
  const forget = () => keeping.delete(kept);
  kept.then(forget, () => undefined); // one that failed stays, for whoever waits next
  if (keeping.size >= mostKept) await Promise.race(keeping);
}
