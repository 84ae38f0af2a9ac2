import { onTestFinished } from "vitest";
import { startListener, type ListenerOptions, type Refusal, type RunningServer } from "../../src/listener/index.ts";
import type { ReceivedEvent } from "../../src/events/index.ts";
import { manualClock } from "./manual-clock.ts";

/** A listener that answers 200 to everything, and what it took. Closed with the test. */
export interface OpenListener extends RunningServer {
  taken: ReceivedEvent[];
  refusals: Refusal[];
  failures: unknown[];
}

export async function openListener(different: Partial<ListenerOptions> = {}): Promise<OpenListener> {
  const taken: ReceivedEvent[] = [];
  const refusals: Refusal[] = [];
  const failures: unknown[] = [];
  const server = await startListener({
    host: "127.0.0.1",
    port: 0,
    orFree: false,
    maxBodyBytes: 1024 ** 2,
    bodyTimeoutMs: 30_000,
    clock: manualClock(),
    verify: () => ({ accepted: true }),
    async take(received) {
      taken.push(received);
      return 200;
    },
    refused: (refusal) => void refusals.push(refusal),
    failed: (cause) => void failures.push(cause),
    unconnected: (cause) => void failures.push(cause),
    ...different,
  });
  onTestFinished(async () => {
    server.drop();
    await server.close();
  });
  return { ...server, taken, refusals, failures };
}
