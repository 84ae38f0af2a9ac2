import {
  happenings,
  inMemory,
  openStateFile,
  serveMarketplace,
  shownWebhook,
  type MarketplaceNotice,
  type ServedMarketplace,
} from "../../marketplace/simulator/index.ts";
import { isForThisMachineAlone } from "../../loopback.ts";
import type { SimulateOptions, SimulateReadyNotice, SimulateResult, SimulateSurroundings } from "./options.ts";
import { OwnDeliveries } from "./own-deliveries.ts";
import { tellEvents } from "./tell-events.ts";

/** With `shuffle`, an event may be overtaken by so many. */
const overtaking = 4;

/**
 * A marketplace on this machine, until it is stopped, or until `count` events were delivered or given up. Throws what its
 * server and its state file throw.
 */
export async function simulate(options: SimulateOptions, surroundings: SimulateSurroundings): Promise<SimulateResult> {
  const { clock, notify } = surroundings;
  const began = clock.elapsed();
  const own = new OwnDeliveries();
  const broken = new AbortController();
  const served = await serve(options, surroundings, {
    notify(notice) {
      notify(notice);
      own.follow(notice);
    },
    fail: (cause) => broken.abort(cause),
  });
  notify(readyNotice(served, options, surroundings));
  served.resume();
  const signal = AbortSignal.any([surroundings.signal, broken.signal]);
  const all = happenings({ ...options, marketplaceUrl: served.url }, { clock, random: surroundings.story });
  const telling = { served, all, own };
  const happened = await tellEvents(telling, options, { ...surroundings, signal }).finally(() => served.close());
  if (broken.signal.aborted) throw broken.signal.reason;
  const { delivered, failed, pending } = own;
  const result = { happened, delivered, failed, pending, interrupted: surroundings.signal.aborted };
  notify({ kind: "end", ...result, durationMs: clock.elapsed() - began, ...stateFileOf(options) });
  return result;
}

async function serve(
  options: SimulateOptions,
  surroundings: SimulateSurroundings,
  told: { notify(notice: MarketplaceNotice): void; fail(cause: unknown): void },
): Promise<ServedMarketplace> {
  const { stateFile, shuffle, perSecond } = options;
  const { changes, store } =
    stateFile === undefined ? { changes: [], store: inMemory } : await openStateFile(stateFile, surroundings);
  const shuffleMs = shuffle ? Math.round((overtaking * 1_000) / perSecond) : 0;
  try {
    const realClock = surroundings.clock;
    return await serveMarketplace({ ...options, shuffleMs }, { ...surroundings, ...told, realClock, changes, store });
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

function readyNotice(
  { url, port, marketplace: { state } }: ServedMarketplace,
  options: SimulateOptions,
  { processId }: SimulateSurroundings,
): SimulateReadyNotice {
  const { apiClient, showsSecret } = options;
  const at = apiClient.indexOf(":");
  const instead = options.orFreePort && options.port !== 0 && options.port !== port;
  return {
    kind: "ready",
    url,
    processId,
    clientId: apiClient.slice(0, at),
    ...(showsSecret && { clientSecret: apiClient.slice(at + 1) }),
    isOpen: showsSecret && !isForThisMachineAlone(options.host),
    webhooks: state.webhooks().map(shownWebhook),
    pending: state.pendingCount,
    waiting: state.waitingCount,
    ...stateFileOf(options),
    ...(instead && { instead: { taken: options.port, port } }),
  };
}

function stateFileOf({ stateFile }: SimulateOptions): { stateFile?: string } {
  return stateFile === undefined ? {} : { stateFile };
}
