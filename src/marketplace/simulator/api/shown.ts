import { redactAddress } from "../../../authentication/index.ts";
import { catalogResources, eventsOf, parsePatterns, type JsonObject } from "../../../events/index.ts";
import type { LogEntry } from "../log-entry.ts";
import { shownWebhook } from "../shown-webhook.ts";
import type { Webhook } from "../webhook.ts";

/** A webhook as the API shows it: without its credentials, and by resource and actions where it has one resource. */
export function webhookJson(webhook: Webhook): JsonObject {
  const { scheme, tokenUrl } = webhook.authentication;
  return {
    ...shownWebhook(webhook),
    ...resourceAndActions(webhook.events),
    authentication: { type: scheme, ...(tokenUrl !== undefined && { accessTokenUri: redactAddress(tokenUrl) }) },
  };
}

function resourceAndActions(events: string): JsonObject {
  const patterns = parsePatterns(events);
  const taken = catalogResources.map((resource) => ({
    type: resource.definition.type,
    actions: eventsOf(resource).flatMap(({ name, action }) => (patterns.matches(name) ? [action] : [])),
  }));
  const [first, ...others] = taken.filter(({ actions }) => actions.length > 0);
  return first === undefined || others.length > 0 ? {} : { resource: first.type, actions: first.actions };
}

/** An entry of the log with its attempts. */
export function entryJson(entry: LogEntry): JsonObject {
  const { id, webhook, url, event, uuid, happenedAt, status, nextAt } = entry;
  return {
    id,
    webhook,
    url,
    event,
    ...typeAndAction(event),
    uuid,
    happenedAt,
    status,
    ...(nextAt !== undefined && { nextAt }),
    attempts: entry.attempts.map((attempt) => ({ ...attempt })),
  };
}

/** `SUBSCRIPTION` and `ADDED` of `subscription.added`. */
export function typeAndAction(event: string): { resource: string; action: string } {
  const [name = "", action = ""] = event.split(".");
  const named = catalogResources.find((resource) => resource.name === name);
  return { resource: named?.definition.type ?? name.toUpperCase(), action: action.toUpperCase() };
}
