import { untilAborted } from "../../waiting.ts";

/**
 * Does `act` for each item, at most `limit` at a time, until there are no more or the signal aborts; then it waits for
 * what is being done, and for no further item, for standard input may never give one.
 */
export async function atOnce<Item>(
  limit: number,
  items: AsyncIterable<Item>,
  act: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const acting = new Set<Promise<void>>();
  const worker = async () => {
    while (!signal.aborted) {
      const next = await iterator.next();
      if (next.done === true || signal.aborted) return;
      const work = act(next.value);
      acting.add(work);
      await work;
      acting.delete(work);
    }
  };
  await untilAborted(Promise.all(Array.from({ length: limit }, worker)), signal);
  await Promise.all(acting);
}
