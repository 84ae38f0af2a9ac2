import { onTestFinished } from "vitest";
import { startMarketplace, type MarketplaceOptions, type Marketplace } from "../../src/index.ts";
import { call, type PostAnswer } from "./post.ts";

/** One that ends with the test. */
export async function openMarketplace(options?: MarketplaceOptions): Promise<Marketplace> {
  const marketplace = await startMarketplace(options);
  onTestFinished(() => marketplace.close());
  return marketplace;
}

/** A program that works with the API of a marketplace as `simulate --print-api` describes it. */
export class ApiProgram {
  readonly #url: string;
  readonly #accessToken: string;

  constructor(url: string, accessToken: string) {
    this.#url = url;
    this.#accessToken = accessToken;
  }

  /** As AppDirect's documentation has clients get their tokens. */
  static async open(url: string, client = "demo:demo-secret"): Promise<ApiProgram> {
    const answer = await askForToken(url, client);
    return new ApiProgram(url, JSON.parse(answer.body).access_token);
  }

  call(method: string, path: string, value?: unknown): Promise<PostAnswer> {
    const body = value === undefined ? "" : JSON.stringify(value);
    const headers = { authorization: `Bearer ${this.#accessToken}`, "content-type": "application/json" };
    return call(`${this.#url}${path}`, { method, body, headers });
  }

  /** The parsed answer. */
  async ask(method: string, path: string, value?: unknown) {
    const { status, body } = await this.call(method, path, value);
    return { status, answer: body === "" ? undefined : JSON.parse(body) };
  }
}

export function askForToken(url: string, client: string): Promise<PostAnswer> {
  return call(`${url}/oauth2/token`, {
    method: "POST",
    body: "grant_type=client_credentials&scope=ROLE_PARTNER",
    headers: {
      authorization: `Basic ${Buffer.from(client).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
  });
}
