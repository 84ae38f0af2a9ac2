import { setMaxListeners } from "node:events";

/** Does `act` for each item, at most `limit` at a time, until there are no more or the signal aborts. */
export async function atOnce<Item>(
  limit: number,
  items: AsyncIterable<Item>,
  act: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  setMaxListeners(0, signal); // as many as work at once wait for it: Node would warn from eleven on
  const worker = async () => {
    while (!signal.aborted) {
      const next = await untilAborted(iterator.next(), signal);
      if (next === undefined || next.done === true) return;
      await act(next.value);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** What the work gives; undefined as soon as the signal aborts, for standard input may never give anything. */
export async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  const over = new AbortController();
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
  }
}
