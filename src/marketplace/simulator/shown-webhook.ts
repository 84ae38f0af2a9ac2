import { redactAddress } from "../../authentication/index.ts";
import type { ShownWebhook } from "./notice.ts";
import type { Webhook } from "./webhook.ts";

/** A webhook as it may be told. */
export function shownWebhook({ id, url, events }: Webhook): ShownWebhook {
  return { id, url: redactAddress(url), events };
}
