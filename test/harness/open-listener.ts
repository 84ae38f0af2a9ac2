import { onTestFinished } from "vitest";
import type { IncomingCall } from "../../src/endpoint.ts";
import {
  landingPage,
  receive,
  startListener,
  statusAnswer,
  type ListenerOptions,
  type Refusal,
  type RunningServer,
} from "../../src/listener/index.ts";
import type { ReceivedEvent } from "../../src/events/index.ts";
import { manualClock } from "./manual-clock.ts";

interface Webhooks {
  path: string;
  verify: Parameters<typeof receive>[1]["acceptance"]["verify"];
  take(received: ReceivedEvent): Promise<number>;
}

/** A listener that answers 200 to everything, and what it took. Closed with the test. */
export interface OpenListener extends Pick<RunningServer, "port" | "origin" | "reachedAt" | "close" | "drop"> {
  taken: ReceivedEvent[];
  refusals: Refusal[];
  failures: unknown[];
}

/** `take` resolves with the status for the sender. */
export async function openListener({
  path,
  verify = () => ({ accepted: true }),
  take = async () => 200,
  ...different
}: Partial<ListenerOptions> & Partial<Webhooks> = {}): Promise<OpenListener> {
  const taken: ReceivedEvent[] = [];
  const refusals: Refusal[] = [];
  const failures: unknown[] = [];
  const takeCall = async (call: IncomingCall) => {
    const received = await receive(call, { acceptance: { verify }, isSetByTunnel: () => false });
    if ("reason" in received) {
      refusals.push(received);
      return statusAnswer(received.status);
    }
    taken.push(received);
    return statusAnswer(await take(received));
  };
  const server = await startListener({
    host: "127.0.0.1",
    port: 0,
    orFree: false,
    maxBodyBytes: 1024 ** 2,
    bodyTimeoutMs: 30_000,
    clock: manualClock(),
    endpoints: [{ method: "POST", path, take: takeCall }, landingPage(path)],
    refused: (refusal) => void refusals.push(refusal),
    failed: (cause) => void failures.push(cause),
    unconnected: (cause) => void failures.push(cause),
    ...different,
  });
  onTestFinished(async () => {
    server.drop();
    await server.close();
  });
  const { port, origin, reachedAt } = server;
  return {
    port,
    origin,
    reachedAt,
    close: () => server.close(),
    drop: () => server.drop(),
    taken,
    refusals,
    failures,
  };
}
