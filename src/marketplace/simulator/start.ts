import { authentications } from "../../authentication/index.ts";
import { startListener, type Refusal, type RunningServer } from "../../listener/index.ts";
import { apiEndpoints } from "./api/endpoints.ts";
import { Marketplace, type Happening, type MarketplaceOptions, type MarketplaceSurroundings } from "./marketplace.ts";

export interface ServedMarketplaceOptions extends MarketplaceOptions {
  host: string;
  port: number;
  /** Take a free port where this one is taken. */
  orFreePort: boolean;
  /** What asked for them, for messages. */
  named?: { host: string; port: string };
  /** The client that its API takes, `id:secret`. */
  apiClient: string;
}

/** A marketplace that is reached over HTTP. */
export class ServedMarketplace {
  /** `http://127.0.0.1:4748`, as it stands in the events that it sends. */
  readonly url: string;
  readonly marketplace: Marketplace;
  readonly #server: RunningServer;

  constructor(marketplace: Marketplace, server: RunningServer) {
    this.marketplace = marketplace;
    this.url = server.origin;
    this.#server = server;
  }

  get port(): number {
    return this.#server.port;
  }

  happen(happening: Happening): Promise<void> {
    return this.marketplace.happen(happening);
  }

  /** Goes on with what earlier runs left pending. */
  resume(): void {
    this.marketplace.resume();
  }

  /** Takes no more calls, and cancels what is in flight; that stays pending. May be called twice. */
  async close(): Promise<void> {
    this.#server.drop();
    await Promise.all([this.#server.close(), this.marketplace.close()]);
  }
}

/** In the words of an API: the listener's are about webhooks. */
function refusedByServer({ status, reason }: Refusal, tell: (refusal: Refusal) => void): void {
  if (status < 400) return; // a query with an address is none of an integration event here, and is answered
  tell({ status, reason: status === 405 ? "a call with a method that the API does not have" : reason });
}

const maxBodyBytes = 256 * 1024;
const bodyTimeoutMs = 30_000;

/** Throws `HooksError` PORT_IN_USE or ADDRESS_UNAVAILABLE. */
export async function serveMarketplace(
  options: ServedMarketplaceOptions,
  surroundings: MarketplaceSurroundings,
): Promise<ServedMarketplace> {
  const { host, port, orFreePort: orFree, named, apiClient } = options;
  const { clock, realClock, random, notify, fail } = surroundings;
  const scheme = await authentications["oauth2-client"].load();
  const acceptance = scheme.open({ client: apiClient }, { clock, random });
  const marketplace = new Marketplace(options, surroundings);
  const tell = ({ status, reason }: Refusal) => notify({ kind: "refused", status, reason });
  const server = await startListener({
    host,
    port,
    orFree,
    ...(named && { named }),
    endpoints: apiEndpoints({ marketplace, random, acceptance, tell }),
    maxBodyBytes,
    bodyTimeoutMs,
    clock: realClock,
    refused: (refusal) => refusedByServer(refusal, tell),
    failed: fail,
    unconnected: ({ message }) => tell({ status: 503, reason: `a connection could not be taken (${message})` }),
  });
  return new ServedMarketplace(marketplace, server);
}
