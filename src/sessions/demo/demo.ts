import { authentications, type Credentials } from "../../authentication/index.ts";
import { listenDefaults, replayDefaults } from "../../defaults.ts";
import { parseTarget } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import { selectFixtures } from "../../fixtures/selection/index.ts";
import type { Random } from "../../random.ts";
import { startListening, type ListenSession } from "../listen/listen.ts";
import type { ListenSurroundings } from "../listen/options.ts";
import type { Notice } from "../notice.ts";
import type { ReplayedNotice } from "../replay/options.ts";
import { replay } from "../replay/replay.ts";
import { startCrmHandler, type CrmContents, type CrmHandler } from "./crm-handler.ts";
import { DeliveryCount } from "./delivery-count.ts";
import { tellPurchase } from "./tell-purchase.ts";

export interface DemoOptions {
  /** Where it records: a temporary folder, made beforehand. */
  folder: string;
  /** Between two events, in ms. */
  pauseMs: number;
}

export interface DemoSurroundings extends Omit<ListenSurroundings, "views" | "state"> {
  random: Random;
  notify(notice: DemoNotice): void;
}

export type DemoNotice =
  | { kind: "step"; step: "listening" | "purchase" | "replay"; handler: string }
  | { kind: "listener"; notice: Notice }
  | { kind: "handler"; did: string }
  | { kind: "replayed"; notice: ReplayedNotice };

export interface DemoResult {
  /** Events that were told, and those of them that reached the handler. */
  sent: number;
  delivered: number;
  replayed: boolean;
  crm: CrmContents;
  interrupted: boolean;
}

/** Listener, handler and marketplace on this machine: a purchase is told, recorded, forwarded, and one event sent again. */
export async function demo(options: DemoOptions, surroundings: DemoSurroundings): Promise<DemoResult> {
  const { notify, signal, clock, random } = surroundings;
  const handler = await startCrmHandler((did) => notify({ kind: "handler", did }));
  const step = (name: "listening" | "purchase" | "replay") =>
    notify({ kind: "step", step: name, handler: handler.url });
  const ending = new AbortController();
  const scheme = await authentications.token.load();
  const credentials = scheme.make(random);
  const [header] = [await scheme.present(credentials, surroundings).headersFor([])].flatMap((presented) =>
    Array.isArray(presented) ? presented : [],
  );
  const count = new DeliveryCount();
  step("listening");
  const session = await listenFor({ handler, credentials, count }, options, surroundings, ending.signal);
  try {
    await clock.sleep(options.pauseMs, signal);
    step("purchase");
    const sent = await tellPurchase({ url: session.url, header, count, pauseMs: options.pauseMs }, surroundings);
    const canReplay = sent > 0 && !signal.aborted;
    if (canReplay) step("replay");
    const replayed = canReplay && (await replayLast(handler, options, surroundings));
    await clock.sleep(options.pauseMs, signal);
    return { sent, delivered: count.delivered, replayed, crm: handler.contents(), interrupted: signal.aborted };
  } finally {
    ending.abort();
    await session.ended;
    await handler.close();
  }
}

function listenFor(
  { handler, credentials, count }: { handler: CrmHandler; credentials: Credentials; count: DeliveryCount },
  { folder }: DemoOptions,
  surroundings: DemoSurroundings,
  signal: AbortSignal,
): Promise<ListenSession> {
  return startListening(
    {
      ...listenDefaults,
      orFreePort: true,
      authentication: "token",
      credentials,
      fixtures: folder,
      events: everyEvent,
      ending: {},
      targets: [{ ...parseTarget(handler.url), name: "crm" }],
    },
    {
      ...surroundings,
      state: undefined,
      signal,
      views: [
        { show: (notice) => surroundings.notify({ kind: "listener", notice }), close: () => Promise.resolve() },
        count,
      ],
    },
  );
}

async function replayLast(
  handler: CrmHandler,
  { folder }: DemoOptions,
  surroundings: DemoSurroundings,
): Promise<boolean> {
  const result = await replay(
    {
      ...replayDefaults,
      fixtures: await selectFixtures(["last"], { folder, cwd: folder, clock: surroundings.clock }),
      targets: [{ ...parseTarget(handler.url), name: "crm" }],
      events: everyEvent,
      alteration: { set: [], unset: [], fresh: false },
    },
    {
      ...surroundings,
      state: undefined,
      notify: (notice) => void (notice.kind === "replayed" && surroundings.notify({ kind: "replayed", notice })),
    },
  );
  return result.succeeded === 1;
}
