import { splitQuery } from "../../address.ts";

/** Below the path, or the whole address, of the webhooks; the query of that stays behind. */
export function tokenPlace(webhooks: string): string {
  return `${splitQuery(webhooks).path.replace(/\/$/, "")}/oauth2/token`;
}
