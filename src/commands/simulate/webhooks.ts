import type { Target } from "../../delivery/index.ts";
import { webhookAt, type Webhook } from "../../marketplace/simulator/index.ts";
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
  return targets.map((target) => {
    const webhook = webhookAt(target, authenticationFor(target, presented));
    if (webhook === undefined) throw onlyOverHttp(target.name);
    return webhook;
  });
}

function authenticationFor(target: Target, { identity, tokenUrl }: Presented): Webhook["authentication"] {
  if (identity === undefined || !identity.to(target)) return { scheme: "none", credentials: {} };
  const { scheme, credentials } = identity;
  return { scheme, credentials, ...(tokenUrl !== undefined && { tokenUrl }) };
}
