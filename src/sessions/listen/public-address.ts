import type { Clock } from "../../clock.ts";
import { unitsMs } from "../../duration.ts";
import type { Tunnel, TunnelEvent, TunnelTrouble } from "../../tunnel/index.ts";
import type { TunnelNotice } from "../notice.ts";
import { nextTryTooLate, noTunnelFor, tunnelUnavailable } from "../sentences.ts";
import type { ListenTunnel } from "./options.ts";

export interface PublicAddressSurroundings {
  clock: Clock;
  notify(notice: TunnelNotice): void;
  /** Ends the session: there is no tunnel, and the contract says that it is then not waited for any longer. */
  fail(cause: unknown): void;
  signal: AbortSignal;
}

/** Without `--exit-on-disconnect`: how long the first connection may take. */
const firstMs = unitsMs.m;

/** An event may still come under a name that was lost a moment ago. */
const rememberedNames = 10;

/** Where the world reaches the listener, and how long the session goes on without. */
export class PublicAddress {
  /** Resolves with the first address. */
  readonly first: Promise<string>;
  /** Whole; undefined until there is one. */
  url: string | undefined;
  /** Whether an earlier session told it already: AppDirect has it. */
  isAsBefore = false;
  /** The names it had so far. */
  readonly hostnames: string[] = [];
  readonly #options: ListenTunnel;
  readonly #surroundings: PublicAddressSurroundings;
  readonly #tunnel: Tunnel;
  #begin: (url: string) => void = () => undefined;
  #trouble: TunnelTrouble | undefined;
  #movedFrom: { before: string; why?: string } | undefined;
  #until = Number.POSITIVE_INFINITY;
  #waiting = new AbortController();

  /** `localUrl`: the listener's own address, without a path. */
  constructor(options: ListenTunnel, localUrl: string, surroundings: PublicAddressSurroundings) {
    this.#options = options;
    this.#surroundings = surroundings;
    this.first = new Promise((resolve) => (this.#begin = resolve));
    this.#tunnel = options.provider.open(localUrl, surroundings.signal);
    if (this.#tunnel.state !== "up") surroundings.notify({ kind: "tunnel", state: "opening", tunnel: options.kind });
    this.#wait(options.exitAfterMs ?? firstMs);
    void this.#follow().catch(surroundings.fail);
  }

  /** Leads nobody here any more, where the tunnel goes on without this session. */
  async withdraw(): Promise<void> {
    await this.#tunnel.withdraw?.();
  }

  /** Resolves when nothing of the tunnel is left. May be called twice. */
  async close(): Promise<void> {
    this.#waiting.abort();
    await this.#tunnel.close();
  }

  async #follow(): Promise<void> {
    for await (const event of this.#tunnel.events) this.#take(event);
  }

  #take(event: TunnelEvent): void {
    const { notify } = this.#surroundings;
    switch (event.kind) {
      case "up":
        return this.#up(event.url + this.#options.publicPath);
      case "lost":
        this.#wait(this.#options.exitAfterMs);
        return notify({ kind: "tunnel", state: "lost" });
      case "regained":
        this.#waiting.abort();
        return notify({ kind: "tunnel", state: "regained", afterMs: event.afterMs });
      case "resumed":
        this.isAsBefore = true;
        return notify({ kind: "tunnel", state: "resumed", refused: event.refused, afterMs: event.afterMs });
      case "moved":
        this.isAsBefore = false;
        this.#movedFrom = event;
        return;
      case "slept":
        if (this.#tunnel.state !== "up")
          this.#wait(this.#options.exitAfterMs ?? (this.url === undefined ? firstMs : undefined));
        return notify({ kind: "tunnel", state: "slept", forMs: event.forMs });
      case "warning":
        return notify({ kind: "tunnel", state: "warning", trouble: event.trouble });
      case "retrying":
        return this.#retrying(event.trouble, event.inMs);
      case "failed":
        return this.#surroundings.fail(tunnelUnavailable(event.trouble));
    }
  }

  #up(url: string): void {
    const before = this.url;
    this.url = url;
    this.hostnames.push(new URL(url).hostname);
    if (this.hostnames.length > rememberedNames) this.hostnames.shift();
    this.#waiting.abort();
    this.#trouble = undefined;
    const old = before ?? this.#movedFrom?.before;
    const { why } = this.#movedFrom ?? {};
    this.#movedFrom = undefined;
    if (old !== undefined)
      this.#surroundings.notify({
        kind: "tunnel",
        state: "changed",
        url,
        before: old,
        ...(why !== undefined && { why }),
      });
    if (before === undefined) this.#begin(url);
  }

  #retrying(trouble: TunnelTrouble, inMs: number): void {
    this.#trouble = trouble;
    if (this.#surroundings.clock.elapsed() + inMs > this.#until)
      return this.#surroundings.fail(nextTryTooLate(trouble, inMs));
    this.#surroundings.notify({ kind: "tunnel", state: "retrying", trouble, inMs });
  }

  /** Ends the session where there is no tunnel after so long; without a time, it is waited for until there is one. */
  #wait(ms: number | undefined): void {
    this.#waiting.abort();
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.#until = Number.POSITIVE_INFINITY;
    if (ms === undefined) return;
    const { clock, fail } = this.#surroundings;
    this.#until = clock.elapsed() + ms;
    void clock
      .sleep(ms, waiting.signal)
      .then(() => waiting.signal.aborted || fail(noTunnelFor(ms, this.#tunnel.trouble ?? this.#trouble)));
  }
}
