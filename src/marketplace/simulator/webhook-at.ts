import { createHash } from "node:crypto";
import { tokenPlace, usesTokenUrl } from "../../authentication/index.ts";
import { httpAddressOf, type Target } from "../../delivery/index.ts";
import type { Webhook, WebhookAuthentication } from "./webhook.ts";

/**
 * The webhook that a target names, where it is a URL. Access tokens are had below it unless another place is given. Its
 * id is the same in each run, so that a state file knows it again; it is of an address without its password.
 */
export function webhookAt(target: Target, authentication: WebhookAuthentication): Webhook | undefined {
  const address = httpAddressOf(target);
  if (address === undefined) return undefined;
  const events = target.patterns.text;
  const id = createHash("sha256").update(`${address.url}\n${events}`).digest("hex").slice(0, 12);
  const { scheme, tokenUrl = tokenPlace(address.url) } = authentication;
  const url = address.wholeUrl;
  return { id, url, events, authentication: { ...authentication, ...(usesTokenUrl(scheme) && { tokenUrl }) } };
}
