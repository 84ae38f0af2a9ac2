import { redactAddress } from "../../../authentication/index.ts";
import type { KeptAddress, TargetAddress } from "../address.ts";
import { portOf } from "../../../address.ts";
import { distanceTo } from "./distance.ts";

type UrlParts = Readonly<Pick<URL, "origin" | "host" | "pathname" | "search">>;

/** A URL that takes POSTs. */
export class HttpAddress implements TargetAddress {
  readonly kind = "http";
  /** Without credentials. */
  readonly url: string;
  /** The value of the header that the URL's credentials make; never printed. */
  readonly authorization?: string;
  readonly #parts: UrlParts;
  readonly #whole: string;

  constructor(url: URL) {
    const bare = withoutCredentials(url);
    const { origin, host, pathname, search } = bare;
    this.url = bare.href;
    this.#whole = url.href.replace(/#.*$/s, "");
    this.#parts = { origin, host, pathname, search };
    this.authorization = basicAuthorization(url);
  }

  /** With credentials, as it can be parsed again; never printed. */
  get wholeUrl(): string {
    return this.#whole;
  }

  /** What a request needs of it, worked out once for all requests. */
  get parts(): UrlParts {
    return this.#parts;
  }

  get name(): string {
    return redactAddress(this.url);
  }

  get distance() {
    return distanceTo(this.url);
  }

  get takesHeaders(): boolean {
    return true;
  }

  get takesFixture(): boolean {
    return false;
  }

  get startsProgram(): boolean {
    return false;
  }

  get hasCredentials(): boolean {
    return this.authorization !== undefined;
  }

  /** One with a secret in its query is kept without, and so leads nowhere. */
  get kept(): KeptAddress {
    return { kind: this.kind, text: this.name, canBeSentToAgain: this.name === this.url };
  }

  isListenerOn(port: number): boolean {
    return this.distance === "this machine" && portOf(new URL(this.url)) === port;
  }

  async isUp(over: AbortSignal): Promise<boolean> {
    return (await import("./connecting.ts")).isUp(new URL(this.url), over);
  }
}

function basicAuthorization(url: URL): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  return `Basic ${Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`).toString("base64")}`;
}

/** Percent signs that encode nothing are meant as they stand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}

function withoutCredentials(url: URL): URL {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare;
}
