import { onTestFinished } from "vitest";
import { everyEvent } from "../../src/events/index.ts";
import { retryWaitsMs } from "../../src/delivery/index.ts";
import { seededRandom } from "../../src/random.ts";
import { systemClock, type Clock } from "../../src/clock.ts";
import { simulate, type SimulateNotice, type SimulateOptions } from "../../src/sessions/simulate/index.ts";
import { processes } from "./processes.ts";
import { Said } from "./said.ts";

/** Of simulated marketplaces so far: no two give the same ids. */
let runs = 1;

/** A simulated marketplace that runs, and what it says. Ends with the test. */
export function simulating(different: Partial<SimulateOptions> = {}, clock: Clock = systemClock) {
  const said = new Said<SimulateNotice>();
  const interruption = new AbortController();
  const result = simulate(
    { ...plainOptions, ...different },
    {
      clock,
      random: seededRandom((runs += 1)),
      story: seededRandom(1),
      env: {},
      processes,
      processId: process.pid,
      isAlive: () => false,
      notify: (notice) => said.add(notice),
      signal: interruption.signal,
    },
  );
  onTestFinished(async () => {
    interruption.abort();
    await result.catch(() => undefined);
  });
  return {
    result,
    interrupt: () => interruption.abort(),
    said: said.all,
    notices: <Kind extends SimulateNotice["kind"]>(kind: Kind) => said.notices(kind),
    until: <Kind extends SimulateNotice["kind"]>(kind: Kind, count?: number) => said.until(kind, count),
  };
}

const plainOptions: SimulateOptions = {
  host: "127.0.0.1",
  port: 0,
  orFreePort: false,
  apiClient: "demo:demo-secret",
  showsSecret: true,
  webhooks: [],
  scenarios: ["purchase"],
  events: everyEvent,
  perSecond: 10_000,
  shuffle: false,
  waitsMs: retryWaitsMs(),
  timeScale: 1,
  timeoutMs: 30_000,
};
