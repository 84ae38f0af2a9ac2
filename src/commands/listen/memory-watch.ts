import type { Clock } from "../../clock.ts";
import type { Notice } from "../../sessions/index.ts";
import type { View } from "../../output/index.ts";

/** Much came when this came since the last time. */
const much = { events: 1_000, bytes: 16 * 1024 ** 2 };
/** Nothing came for so long. */
const calmMs = 3_000;
/** What was freed leaves the process with the next time, if other threads have had time to clear it away. */
const againMs = 1_000;

/**
 * Has memory that nobody holds given back once a session is calm after much came. V8 does so when it has much to do, and
 * else keeps it: after 20,000 events a third of what the process has.
 */
export class MemoryWatch implements View {
  readonly #clock: Clock;
  readonly #giveBack: () => Promise<void>;
  readonly #closing = new AbortController();
  #events = 0;
  #bytes = 0;
  #latestMs = 0;
  #waiting: Promise<void> | undefined;

  constructor(clock: Clock, giveBack: () => Promise<void>) {
    this.#clock = clock;
    this.#giveBack = giveBack;
  }

  show(notice: Notice): void {
    if (notice.kind === "taken") this.#events += 1;
    else if (notice.kind === "event") this.#bytes += notice.bytes;
    else return;
    this.#latestMs = this.#clock.elapsed();
    if (this.#events >= much.events || this.#bytes >= much.bytes) this.#waiting ??= this.#giveBackWhenCalm();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#waiting;
  }

  async #giveBackWhenCalm(): Promise<void> {
    const { signal } = this.#closing;
    for (let leftMs = calmMs; leftMs > 0 && !signal.aborted; leftMs = this.#latestMs + calmMs - this.#clock.elapsed())
      await this.#clock.sleep(leftMs, signal);
    this.#events = 0;
    this.#bytes = 0;
    if (!signal.aborted) await this.#giveBack();
    await this.#clock.sleep(againMs, signal);
    if (!signal.aborted) await this.#giveBack();
    this.#waiting = undefined;
  }
}

/** Takes some 80 ms. V8 has no public way; where this one is missing, nothing happens. */
export async function giveMemoryBack(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect();
}
