import type { Acceptance } from "../../../authentication/index.ts";
import { splitQuery } from "../../../address.ts";
import type { Answer, Endpoint, IncomingCall } from "../../../endpoint.ts";
import type { Random } from "../../../random.ts";
import type { Marketplace } from "../marketplace.ts";
import { errorAnswer } from "./answers.ts";
import { operationNames, simulatorApi, type OperationName } from "./description.ts";
import { operations } from "./operations.ts";

export interface ApiParts {
  marketplace: Marketplace;
  random: Random;
  /** Whom the API takes, and where clients get their access tokens. */
  acceptance: Acceptance;
  tell(refusal: { status: number; reason: string }): void;
}

/** All that the marketplace answers: tokens, the operations on webhooks, and what lies behind each `resource.url`. */
export function apiEndpoints(parts: ApiParts): Endpoint[] {
  const tokens = parts.acceptance.endpoints("/", parts.tell);
  const methods = ["GET", "POST", "PUT", "DELETE"] as const;
  return [...tokens, ...methods.map((method): Endpoint => ({ method, take: (call) => answer(call, parts) }))];
}

async function answer(call: IncomingCall, parts: ApiParts): Promise<Answer> {
  const { path: asked, query = "" } = splitQuery(call.path);
  const path = asked.replace(/(?<=.)\/$/, "");
  const verdict = parts.acceptance.verify(call.headers);
  if (!verdict.accepted) {
    parts.tell({ status: 403, reason: `${call.method} ${path.slice(0, 100)}: ${verdict.reason}` });
    // Seen in an older page of the documentation: docs.appdirect.com/developer/distribution/security/oauth-authentication
    return errorAnswer(403, "An access token is needed: get one at /oauth2/token, and send it as a bearer token.");
  }
  const found = operationAt(call.method, path);
  if (found === undefined) return contentAt(call, parts.marketplace);
  const { marketplace, random } = parts;
  return operations[found.name]({ id: found.id, query: new URLSearchParams(query), call, marketplace, random });
}

function operationAt(method: string, path: string): { name: OperationName; id: string } | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  for (const name of operationNames) {
    const operation = simulatorApi.operations[name];
    const [before = "", after] = operation.path.split("{id}");
    const id = path.slice(before.length, path.length - (after?.length ?? 0));
    const isHere = after === undefined ? path === before : path === `${before}${id}${after}` && /^[^/]+$/.test(id);
    if (operation.method === asked && isHere) return { name, id };
  }
  return undefined;
}

function nothingAt(path: string): string {
  return path.startsWith("/simulator/")
    ? "There is no such call; simulate --print-api describes those that there are."
    : "There is nothing here: no event told of this address.";
}

/** The same as the event told: developer.appdirect.com/webhooks/working-with-webhooks/payload */
function contentAt({ method, path }: IncomingCall, { state }: Marketplace): Answer {
  const content = method === "GET" || method === "HEAD" ? state.content(path) : undefined;
  if (content === undefined) return errorAnswer(404, nothingAt(path));
  return { status: 200, headers: { "content-type": "application/json" }, body: content };
}
