import type { SimulateNotice } from "../../sessions/simulate/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import { jsonLine } from "../printable.ts";
import { tenths } from "../quantities.ts";
import type { AttemptNotice, HappenedNotice, SimulateOutput, SimulateView } from "./surroundings.ts";

/** A line for each notice: the first is `ready`, the last `end`. docs/marketplace.md explains them. */
export function simulateJsonView({ output }: { output: Pick<SimulateOutput, "data"> }): SimulateView {
  return { show: (notice) => output.data(jsonLine(lineOf(notice)), notice) };
}

/** Field by field: what nobody was promised stays ours. */
function lineOf(notice: SimulateNotice): object {
  switch (notice.kind) {
    case "ready": {
      const { url, processId: pid, clientId, clientSecret, pending, waiting, stateFile: state } = notice;
      const webhooks = notice.webhooks.map(webhookFacts);
      return { type: "ready", url, pid, clientId, clientSecret, webhooks, pending, waiting, state };
    }
    case "nobody":
      return { type: "nobody" };
    case "happened":
      return eventLine(notice);
    case "attempt":
      return attemptLine(notice);
    case "webhook":
      return { type: "webhook", did: notice.did, ...webhookFacts(notice.webhook), givenUp: notice.givenUp?.length };
    case "refused":
      return { type: "refused", status: notice.status, reason: notice.reason };
    case "held":
      return { type: "held", pending: notice.pending };
    case "end": {
      const { happened: events, delivered, failed, pending, interrupted, durationMs, stateFile: state } = notice;
      return { type: "end", durationMs: tenths(durationMs), events, delivered, failed, pending, interrupted, state };
    }
  }
}

function eventLine({ number, event, uuid, at, entries, payload }: HappenedNotice): object {
  return { type: "event", number, event, uuid, at: at.toISOString(), webhooks: entries.length, payload };
}

function attemptLine({ entry, event, uuid, webhook, attempt, logged, again }: AttemptNotice): object {
  const { delivered, status, ms, error } = attemptFacts(attempt);
  return {
    type: "attempt",
    entry,
    event,
    uuid,
    webhook: webhook.id,
    url: webhook.url,
    number: logged.number,
    delivered,
    status,
    ms,
    error,
    nextAt: logged.nextAt,
    waitMs: again?.inMs,
    manual: logged.isManual === true,
    duplicate: logged.isDuplicate === true,
  };
}

function webhookFacts({ id, url, events }: { id: string; url: string; events: string }): object {
  return { id, url, events };
}
