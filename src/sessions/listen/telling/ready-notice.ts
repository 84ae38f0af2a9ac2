import { needsOf, type Acceptance } from "../../../authentication/index.ts";
import type { ReadyNotice } from "../../notice.ts";
import type { ListenOptions } from "../options.ts";
import { tokenPlaceAt } from "../token-place.ts";

/** Says where events can come, and what the session does with them. */
export function readyNotice(
  {
    url,
    local,
    processId,
    isAsBefore,
    instead,
  }: Pick<ReadyNotice, "url" | "local" | "processId" | "isAsBefore" | "instead">,
  acceptance: Acceptance,
  options: ListenOptions,
): ReadyNotice {
  const { made = {}, usesKept = false, fixtures, targets, events, authentication, tunnel } = options;
  return {
    kind: "ready",
    url,
    local,
    isAsBefore,
    ...(instead && { instead }),
    ...(tunnel && { tunnel: tunnel.kind }),
    ...(tunnel?.keptForMs !== undefined && { tunnelKeptForMs: tunnel.keptForMs }),
    isOpen: tunnel !== undefined && needsOf(authentication).length === 0,
    isWarnedOf: tunnel?.ownAddress !== undefined && tunnel.isLedByOthers === true,
    processId,
    ...(acceptance.asksFor !== undefined && { asksFor: acceptance.asksFor }),
    toPaste: acceptance.toPaste(made, url),
    ...tokenPlaceAt(acceptance, url),
    made,
    usesKept,
    fixtures,
    targets: targets.map(({ name, address, patterns }) => ({
      name: address.wholeName ?? name,
      patterns: patterns.text,
    })),
    events: events.text,
  };
}
