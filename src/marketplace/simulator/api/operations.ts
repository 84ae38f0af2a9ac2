import type { Answer, IncomingCall } from "../../../endpoint.ts";
import { catalogResources, type Json } from "../../../events/index.ts";
import { entryStatuses, type LogEntry } from "../log-entry.ts";
import type { Marketplace } from "../marketplace.ts";
import type { Random } from "../../../random.ts";
import { errorAnswer, jsonAnswer, noContent } from "./answers.ts";
import type { OperationName } from "./description.ts";
import { entryJson, typeAndAction, webhookJson } from "./shown.ts";
import { readWebhook } from "./webhook-body.ts";

/** A call of one of the operations. */
export interface OperationCall {
  /** Where the path has `{id}`. */
  id: string;
  query: URLSearchParams;
  call: IncomingCall;
  marketplace: Marketplace;
  random: Random;
}

/** What each operation of the API does. */
export const operations: Readonly<Record<OperationName, (call: OperationCall) => Promise<Answer>>> = {
  list: async ({ marketplace }) => jsonAnswer(200, { webhooks: marketplace.state.webhooks().map(webhookJson) }),
  create: ({ call, marketplace, random }) => putWebhook(call, random.uuid(), 201, marketplace),
  async update({ id, call, marketplace }) {
    if (marketplace.state.webhook(id) === undefined) return noSuch("webhook");
    return putWebhook(call, id, 200, marketplace);
  },
  async delete({ id, marketplace }) {
    const webhook = marketplace.state.webhook(id);
    if (webhook === undefined) return noSuch("webhook");
    await marketplace.deleteWebhook(webhook);
    return noContent;
  },
  log: async ({ query, marketplace }) => logAnswer(query, marketplace.state.entries()),
  async resend({ id, marketplace }) {
    const entry = marketplace.state.entry(id);
    if (entry === undefined) return noSuch("event");
    // AppDirect's log offers it for failed events alone: developer.appdirect.com/webhooks/webookconfig/managewebhooks
    if (entry.status !== "failed")
      return errorAnswer(409, `The event is ${entry.status}; only a failed one is resent.`);
    if (marketplace.state.webhook(entry.webhook) === undefined)
      return errorAnswer(409, "The webhook of this event was deleted.");
    return jsonAnswer(200, entryJson((await marketplace.resend(entry)) ?? entry));
  },
};

async function putWebhook(
  call: IncomingCall,
  id: string,
  status: 200 | 201,
  marketplace: Marketplace,
): Promise<Answer> {
  const read = await call.readBody();
  if (read.outcome === "too large") return errorAnswer(413, "The body is too large.");
  const body = read.outcome === "read" ? parsed(read.body.toString("utf8")) : undefined;
  if (body === undefined) return errorAnswer(400, "The body is not JSON.");
  const webhook = readWebhook(body, id);
  if ("mistake" in webhook) return errorAnswer(400, webhook.mistake);
  await marketplace.putWebhook(webhook);
  return jsonAnswer(status, webhookJson(webhook));
}

const resourceTypes: readonly string[] = catalogResources.map(({ definition }) => definition.type);
const actions: readonly string[] = ["ADDED", "CHANGED", "REMOVED"];

/** Newest first. */
function logAnswer(query: URLSearchParams, all: readonly LogEntry[]): Answer {
  const status = query.get("status");
  if (status !== null && !entryStatuses.some((one) => one === status))
    return errorAnswer(400, `status is not one of ${entryStatuses.join(", ")}.`);
  const limit = Number(query.get("limit") ?? 100);
  if (!Number.isInteger(limit) || limit < 1) return errorAnswer(400, "limit is not a whole number from 1.");
  const [resource, action] = [query.get("resource"), query.get("action")];
  if (resource !== null && !resourceTypes.includes(resource))
    return errorAnswer(400, `resource is not one of ${resourceTypes.join(", ")}.`);
  if (action !== null && !actions.includes(action))
    return errorAnswer(400, `action is not one of ${actions.join(", ")}.`);
  const found = all.filter((entry) => {
    const of = typeAndAction(entry.event);
    const isMeant = (asked: string | null, is: string) => asked === null || asked === is;
    return isMeant(status, entry.status) && isMeant(resource, of.resource) && isMeant(action, of.action);
  });
  return jsonAnswer(200, { events: found.slice(0, limit).map(entryJson), total: found.length });
}

function noSuch(what: "webhook" | "event"): Answer {
  return errorAnswer(404, `There is no ${what} with this id.`);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
