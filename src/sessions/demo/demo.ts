import { authentications, type Credentials } from "../../authentication/index.ts";
import { answerTimeoutMs, retryWaitsMs } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import {
  happenings,
  inMemory,
  serveMarketplace,
  type ServedMarketplace,
  type Webhook,
} from "../../marketplace/simulator/index.ts";
import { AttemptCount } from "./attempt-count.ts";
import { startCrmHandler } from "./crm-handler.ts";
import { listenFor } from "./listen-for.ts";
import type { DemoOptions, DemoResult, DemoStep, DemoSurroundings } from "./options.ts";
import { replayLast } from "./replay-last.ts";
import { tellPurchase, type Purchase } from "./tell-purchase.ts";

/** AppDirect's first wait, 5 minutes, is 0.3 s. */
const timeScale = 1_000;

/**
 * Marketplace, listener and handler on this machine: a purchase is told, recorded, forwarded, tried again where the
 * handler fails, and one event sent again.
 */
export async function demo(options: DemoOptions, surroundings: DemoSurroundings): Promise<DemoResult> {
  const { notify, random } = surroundings;
  const handler = await startCrmHandler((did) => notify({ kind: "handler", did }));
  const step = (name: DemoStep) => notify({ kind: "step", step: name, handler: handler.url, timeScale });
  const ending = new AbortController();
  const credentials = (await authentications.token.load()).make(random);
  step("listening");
  const session = await listenFor({ handler, credentials }, options, surroundings, ending.signal);
  try {
    const broken = new AbortController();
    const signal = AbortSignal.any([surroundings.signal, broken.signal]);
    const count = new AttemptCount();
    const marketplace = await openMarketplace(
      { webhook: webhookAt(session.url, credentials), count, broken },
      surroundings,
    );
    const result = await play({ marketplace, count, handler, step }, options, { ...surroundings, signal });
    if (broken.signal.aborted) throw broken.signal.reason;
    return { ...result, interrupted: surroundings.signal.aborted };
  } finally {
    ending.abort();
    await session.ended;
    await handler.close();
  }
}

interface MarketplaceParts {
  webhook: Webhook;
  count: AttemptCount;
  /** Aborted at what nothing foresaw, for that reason. */
  broken: AbortController;
}

/** On a free port of 127.0.0.1. Nobody is told the client of its API. */
function openMarketplace(
  { webhook, count, broken }: MarketplaceParts,
  surroundings: DemoSurroundings,
): Promise<ServedMarketplace> {
  const { clock, random, notify } = surroundings;
  const apiClient = `${random.uuid()}:${random.token()}`;
  const delivering = { waitsMs: retryWaitsMs(), timeScale, timeoutMs: answerTimeoutMs };
  return serveMarketplace(
    { host: "127.0.0.1", port: 0, orFreePort: true, apiClient, webhooks: [webhook], ...delivering },
    {
      ...surroundings,
      realClock: clock,
      changes: [],
      store: inMemory,
      notify(notice) {
        if (notice.kind === "attempt") notify({ kind: "attempt", notice });
        count.follow(notice);
      },
      fail: (cause) => broken.abort(cause),
    },
  );
}

function webhookAt(url: string, credentials: Credentials): Webhook {
  return { id: "crm", url, events: everyEvent.text, authentication: { scheme: "token", credentials } };
}

/** From the first event to the replay; closes the marketplace. */
async function play(
  parts: Omit<Purchase, "events"> & { marketplace: ServedMarketplace },
  options: DemoOptions,
  surroundings: DemoSurroundings,
): Promise<Omit<DemoResult, "interrupted">> {
  const { marketplace, count, handler, step } = parts;
  const { clock, signal } = surroundings;
  const scenario = { scenarios: ["purchase"], events: everyEvent, marketplaceUrl: marketplace.url };
  try {
    await clock.sleep(options.pauseMs, signal);
    const sent = await tellPurchase({ ...parts, events: happenings(scenario, surroundings) }, options, surroundings);
    const canReplay = sent > 0 && count.delivered === sent && !signal.aborted;
    if (canReplay) step("replay");
    const replayed = canReplay && (await replayLast(handler, options, surroundings));
    await clock.sleep(options.pauseMs, signal);
    await marketplace.marketplace.settled(); // what is in flight at an interruption is counted too
    return { sent, delivered: count.delivered, attempts: count.attempts, replayed, crm: handler.contents() };
  } finally {
    await marketplace.close();
  }
}
