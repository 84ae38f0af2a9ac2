import { createHash } from "node:crypto";
import { tokenPlace, usesTokenUrl } from "../../authentication/index.ts";
import { httpAddressOf, type Target } from "../../delivery/index.ts";
import type { Webhook } from "../../marketplace/simulator/index.ts";
import type { Identity } from "../replay/presenting.ts";
import { onlyOverHttp } from "../sentences/simulating.ts";

interface Presented {
  /** How the marketplace identifies itself, and to whom; undefined where it does not. */
  identity: Identity | undefined;
  /** Where access tokens are had; each webhook's own place where it is left out. */
  tokenUrl?: string | undefined;
}

/** The webhooks that exist from the start, one for each target. Throws `HooksError` USAGE for a target that is no URL. */
export function webhooksFor(targets: readonly Target[], presented: Presented): Webhook[] {
  return targets.map((target) => webhookFor(target, presented));
}

function webhookFor(target: Target, presented: Presented): Webhook {
  const address = httpAddressOf(target);
  if (address === undefined) throw onlyOverHttp(target.name);
  const events = target.patterns.text;
  const authentication = authenticationAt(target, address.url, presented);
  return { id: idOf(address.url, events), url: address.wholeUrl, events, authentication };
}

function authenticationAt(target: Target, url: string, { identity, tokenUrl }: Presented): Webhook["authentication"] {
  if (identity === undefined || !identity.to(target)) return { scheme: "none", credentials: {} };
  const { scheme, credentials } = identity;
  return { scheme, credentials, ...(usesTokenUrl(scheme) && { tokenUrl: tokenUrl ?? tokenPlace(url) }) };
}

/** The same in each run, so that a state file knows it again; of an address without its password. */
function idOf(url: string, events: string): string {
  return createHash("sha256").update(`${url}\n${events}`).digest("hex").slice(0, 12);
}
