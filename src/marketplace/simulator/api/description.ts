import { schemeNames } from "../../../authentication/index.ts";
import { entryStatuses } from "../log-entry.ts";

/** How a program works with the webhooks of a marketplace: what stands in `marketplace.api` of the project file. */
export interface ApiDescription {
  /** What it describes, for who reads it. */
  about: string;
  /** How a value is written here, by its name in a template and in our own words; others are written as they are. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  operations: Readonly<Record<OperationName, Operation>>;
}

export const operationNames = ["list", "create", "update", "delete", "log", "resend"] as const;
export type OperationName = (typeof operationNames)[number];

export interface Operation {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the marketplace's address; `{id}` stands for an id. */
  path: string;
  /** Parameters of the query. A text that is `{name}` stands for a value; what has none is left out. */
  query?: Readonly<Record<string, string>>;
  /** The JSON body, with values in the same way. */
  body?: BodyTemplate;
  /** Where the list stands in the answer, and where the id does in the answer or each of the list. */
  items?: string;
  id?: string;
}

export type BodyTemplate = string | { readonly [name: string]: BodyTemplate };

const webhooks = "/simulator/v1/webhooks";
const events = "/simulator/v1/events";

const webhookBody: BodyTemplate = {
  url: "{url}",
  resource: "{resource}",
  actions: "{actions}",
  authentication: {
    type: "{authentication}",
    token: "{token}",
    accessTokenUri: "{accessTokenUri}",
    clientId: "{clientId}",
    clientSecret: "{clientSecret}",
    username: "{username}",
    password: "{password}",
  },
};

/**
 * The API of the simulated marketplace: paths and bodies are ours. AppDirect's documentation says that there is one, and
 * no copy of it that we know shows its paths.
 */
export const simulatorApi: ApiDescription = {
  about:
    "The webhook API of `appdirect-hooks simulate`. Its paths and bodies were made up for the simulator; AppDirect's own may differ in all of them. Calls need a bearer token: POST /oauth2/token with grant_type=client_credentials, the client id and secret by HTTP Basic.",
  values: {
    actions: { added: "ADDED", changed: "CHANGED", removed: "REMOVED" },
    authentication: Object.fromEntries(schemeNames().map((name) => [name, name])),
    status: Object.fromEntries(entryStatuses.map((status) => [status, status])),
  },
  operations: {
    list: { method: "GET", path: webhooks, items: "webhooks", id: "id" },
    create: { method: "POST", path: webhooks, body: webhookBody, id: "id" },
    update: { method: "PUT", path: `${webhooks}/{id}`, body: webhookBody, id: "id" },
    delete: { method: "DELETE", path: `${webhooks}/{id}` },
    log: {
      method: "GET",
      path: events,
      query: { status: "{status}", resource: "{resource}", action: "{action}", limit: "{limit}" },
      items: "events",
      id: "id",
    },
    resend: { method: "POST", path: `${events}/{id}/resend`, id: "id" },
  },
};
