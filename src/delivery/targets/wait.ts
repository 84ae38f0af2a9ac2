import type { Clock } from "../../clock.ts";
import type { Target } from "../target.ts";
import { whenAborted, within } from "../../waiting.ts";
import { targetNotThere } from "../sentences.ts";

const pauseMs = 100;

/** Resolves when every target accepts connections. Throws `HooksError` TARGET_UNREACHABLE after `waitMs`. */
export async function waitForTargets(
  targets: readonly Target[],
  waitMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const forget = whenAborted(signal, () => over.abort());
  const missing = new Set(targets);
  const waiting = (async () => {
    for (const target of targets) {
      await untilUp(target, clock, over.signal);
      missing.delete(target);
    }
    return "up";
  })();
  try {
    const ended = await within(clock, waitMs, waiting);
    const [first] = missing;
    if (ended === undefined && first !== undefined && !signal.aborted) throw targetNotThere(first.name, waitMs);
  } finally {
    forget();
    over.abort();
  }
}

async function untilUp({ address }: Target, clock: Clock, over: AbortSignal): Promise<void> {
  while (!over.aborted && !(await address.isUp(over))) await clock.sleep(pauseMs, over);
}
