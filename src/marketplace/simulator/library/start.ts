import type { Clock } from "../../../clock.ts";
import type { Processes } from "../../../delivery/index.ts";
import { seededRandom, type Random } from "../../../random.ts";
import { inMemory } from "../change.ts";
import { serveMarketplace } from "../start.ts";
import { VirtualClock } from "../virtual-clock.ts";
import { readMarketplaceOptions } from "./options.ts";
import { RunningMarketplace } from "./running.ts";

export interface LibrarySurroundings {
  /** Real time. */
  clock: Clock;
  random: Random;
}

/** Starts a marketplace for a program, which moves its time. Throws what `readMarketplaceOptions` and its server throw. */
export async function startForProgram(given: unknown, surroundings: LibrarySurroundings): Promise<RunningMarketplace> {
  const options = readMarketplaceOptions(given);
  const { apiClient, port, seed, timeScale, waitsMs, timeoutMs, webhooks } = options;
  const { clock: realClock } = surroundings;
  const clock = timeScale === undefined ? new VirtualClock(options.at(realClock.now())) : realClock;
  const random = seed === undefined ? surroundings.random : seededRandom(seed);
  const served = await serveMarketplace(
    { host: "127.0.0.1", port, orFreePort: false, apiClient, webhooks, waitsMs, timeScale: timeScale ?? 1, timeoutMs },
    { clock, realClock, random, changes: [], store: inMemory, env: {}, processes, notify: () => undefined, fail },
  );
  return new RunningMarketplace(served, { clock, random });
}

/** Only commands are processes, and only HTTP targets are taken. */
const processes: Processes = {
  platform: "none",
  signal: () => undefined,
  isAlive: () => false,
  atExit: () => () => undefined,
};

/** As an error that nobody catches, for nobody waits for what happens in the background. */
function fail(cause: unknown): void {
  queueMicrotask(() => {
    throw cause;
  });
}
