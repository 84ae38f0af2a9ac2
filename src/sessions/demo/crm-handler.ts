import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describeEvent, eventHeadline, isObject, nameKey, namesTold, type Json } from "../../events/index.ts";

export interface CrmContents {
  companies: string[];
  contacts: string[];
  deals: string[];
}

/** On a free port of 127.0.0.1. `did` is told what each event made it do. */
export async function startCrmHandler(did: (what: string) => void): Promise<CrmHandler> {
  const crm = new Crm();
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) => {
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    };
    read(request).then(
      (payload) => {
        if (crm.isRestarting()) return answer(503, '{"error":"the CRM is restarting"}');
        did(crm.take(payload));
        answer(200, '{"ok":true}');
      },
      () => answer(400, '{"error":"this CRM accepts only AppDirect webhooks"}'), // a call of somebody who looks around
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return new CrmHandler(crm, server, `http://127.0.0.1:${port}/crm`);
}

/** A handler such as a developer would write: it keeps companies, contacts and deals. */
export class CrmHandler {
  readonly url: string;
  readonly #crm: Crm;
  readonly #server: Server;

  constructor(crm: Crm, server: Server, url: string) {
    this.url = url;
    this.#crm = crm;
    this.#server = server;
  }

  /** What it knows, in the words of a CRM. */
  contents(): CrmContents {
    return this.#crm.contents();
  }

  /** The next so many events are answered 503, and change nothing. */
  restart(refusals: number): void {
    this.#crm.restart(refusals);
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Keyed by the resource's id, so that an event which comes twice changes it once. */
class Crm {
  readonly #companies = new Map<string, string>();
  readonly #contacts = new Map<string, string>();
  readonly #deals = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #refusals = 0;

  restart(refusals: number): void {
    this.#refusals = refusals;
  }

  /** Asked at each event. */
  isRestarting(): boolean {
    if (this.#refusals === 0) return false;
    this.#refusals -= 1;
    return true;
  }

  take(payload: Json): string {
    const description = describeEvent(payload);
    const id = description.resourceUuid ?? "";
    for (const [key, name] of namesTold(description)) this.#names.set(key, name);
    const [first = id, ...rest] = eventHeadline(description, (resource, key) =>
      this.#names.get(nameKey(resource, key)),
    );
    switch (description.resourceType) {
      case "COMPANY":
        return put(this.#companies, id, first, "company");
      case "USER":
        return put(this.#contacts, id, first, "contact");
      case "MEMBERSHIP":
        return `noted the roles of ${first}`;
      default:
        return put(this.#deals, id, [first, ...rest, statusOf(description.content)].join(" · "), "deal");
    }
  }

  contents(): CrmContents {
    const texts = (known: Map<string, string>) => [...known.values()];
    return { companies: texts(this.#companies), contacts: texts(this.#contacts), deals: texts(this.#deals) };
  }
}

function put(known: Map<string, string>, id: string, text: string, word: string): string {
  const before = known.get(id);
  known.set(id, text);
  if (before === undefined) return `new ${word}: ${text}`;
  return before === text ? `has this ${word} already: ${text}` : `updated the ${word}: ${text}`;
}

function statusOf(content: Json | undefined): string {
  return isObject(content) && typeof content["status"] === "string" ? content["status"] : "";
}

/** Rejects where the body does not come whole, or is no JSON. */
async function read(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
