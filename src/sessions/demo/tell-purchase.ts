import type { PresentedHeader } from "../../authentication/index.ts";
import { Delivery, parseTarget } from "../../delivery/index.ts";
import { generateScenario, longestScenarioMs } from "../../generate/index.ts";
import type { ListenSurroundings } from "../listen/options.ts";
import type { DeliveryCount } from "./delivery-count.ts";

export interface Purchase {
  /** Where the listener takes webhooks, and the header that it demands. */
  url: string;
  header?: PresentedHeader;
  /** Each event waits until the one before reached the handler, and `pauseMs` more. */
  count: DeliveryCount;
  pauseMs: number;
}

/** As a marketplace would: a POST for each event of a purchase. Resolves with how many were answered 2xx. */
export async function tellPurchase(
  { url, header, count, pauseMs }: Purchase,
  {
    clock,
    env,
    processes,
    random,
    signal,
  }: Pick<ListenSurroundings, "clock" | "env" | "processes" | "random" | "signal">,
): Promise<number> {
  const marketplace = new Delivery({ clock, env, processes });
  const target = parseTarget(url, { headers: header === undefined ? [] : [[header.name, header.value]] });
  const headers = [["content-type", "application/json"]] as const;
  let sent = 0;
  const at = new Date(clock.now().getTime() - (await longestScenarioMs("purchase", 1))); // none of it in the future
  for (const { event, payload } of await generateScenario("purchase", { random, at })) {
    const text = JSON.stringify(payload);
    const outgoing = { event, query: "", headers, body: Buffer.from(text), fixtureText: () => text };
    const attempt = await marketplace.deliver(outgoing, target, { timeoutMs: 30_000, signal });
    if (signal.aborted || attempt.outcome !== "accepted") break;
    sent += 1;
    await count.reached(sent, signal);
    await clock.sleep(pauseMs, signal);
  }
  await marketplace.close();
  return sent;
}
