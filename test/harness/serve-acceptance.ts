import { onTestFinished } from "vitest";
import type { Acceptance } from "../../src/authentication/index.ts";
import { systemClock } from "../../src/clock.ts";
import { startListener } from "../../src/listener/index.ts";

/** The endpoints of an authentication, served on a free port, and what they told. Ends with the test. */
export async function serveAcceptance(acceptance: Acceptance): Promise<{ url: string; told: string[] }> {
  const told: string[] = [];
  const server = await startListener({
    host: "127.0.0.1",
    port: 0,
    orFree: false,
    endpoints: acceptance.endpoints("/", ({ reason }) => void told.push(reason)),
    maxBodyBytes: 1024 ** 2,
    bodyTimeoutMs: 30_000,
    clock: systemClock,
    refused: ({ reason }) => void told.push(reason),
    failed: (cause) => void told.push(String(cause)),
    unconnected: (cause) => void told.push(String(cause)),
  });
  onTestFinished(() => server.close());
  return { url: server.origin, told };
}
