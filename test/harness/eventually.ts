import { setTimeout as sleep } from "node:timers/promises";

/** What `look` gives, once it gives something; for what nobody tells of, such as a file. The test's own time limit ends it. */
export async function eventually<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await sleep(20);
  }
}
