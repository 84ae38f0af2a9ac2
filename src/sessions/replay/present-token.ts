import type { OutgoingEvent, Target } from "../../delivery/index.ts";
import type { Fixture } from "../../fixtures/index.ts";
import type { ReplayOptions } from "./options.ts";

/** Source: developer.appdirect.com/webhooks/webookconfig/webhook-auth; the second is what legacy webhooks send. */
const current = "x-appdirect-webhook-token";
const legacy = "appdirect-webhook-token";

/** Puts the token into the header in which the recorded one came; `presented` names that header. */
export function presentToken(
  outgoing: OutgoingEvent,
  fixture: Fixture,
  target: Target,
  token: ReplayOptions["token"],
): { outgoing: OutgoingEvent; presented?: string } {
  if (token === undefined || !token.to(target)) return { outgoing };
  const recorded = fixture.request.headers;
  const name = legacy in recorded && !(current in recorded) ? legacy : current;
  const others = outgoing.headers.filter(([other]) => other.toLowerCase() !== name);
  return { outgoing: { ...outgoing, headers: [...others, [name, token.value]] }, presented: name };
}
