import { didYouMean } from "../../errors.ts";
import { type GeneratedEvent, type GenerateOptions, trimUrl } from "../generate.ts";
import { makeIdentities, placeOrder } from "../identities.ts";
import { generatePayload } from "../payload.ts";
import { noSuchScenario } from "../sentences.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./table.ts";

/**
 * The events of a life cycle, `count` times: the same company, user, product and purchase throughout one, others in the
 * next, which begins when the one before has ended. Made while they are taken.
 * @throws HooksError BAD_VALUE for a scenario that does not exist.
 */
export async function generateScenario(name: string, options: GenerateOptions): Promise<Iterable<GeneratedEvent>> {
  const entry = Object.entries(scenarios).find(([one]) => one === name.trim().toLowerCase())?.[1];
  if (entry === undefined) throw noSuchScenario(name, { suggestion: didYouMean(name, names), names });
  return tellOften(await entry.load(), options);
}

const names = Object.keys(scenarios);

function* tellOften(scenario: Scenario, options: GenerateOptions): Generator<GeneratedEvent> {
  const { random, count = 1 } = options;
  let at = options.at;
  for (let round = 0; round < count; round++) {
    for (const told of tellOnce(scenario, { ...options, at })) {
      yield told;
      at = told.at;
    }
    at = new Date(at.getTime() + random.integer(1000, 60_000));
  }
}

function* tellOnce({ steps }: Scenario, options: GenerateOptions): Generator<GeneratedEvent> {
  const { random, at: began } = options;
  const marketplaceUrl = trimUrl(options.marketplaceUrl);
  let identities = makeIdentities(random, began);
  let at = began;
  for (const { event, afterMs } of steps) {
    at = new Date(at.getTime() + random.integer(...afterMs));
    if (event === "order.added") identities = placeOrder(identities, at);
    yield { event, at, payload: generatePayload(event, { ...identities, marketplaceUrl, at, began, random }) };
  }
}
