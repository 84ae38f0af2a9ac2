import type { Clock } from "../../clock.ts";
import { unitsMs } from "../../duration.ts";
import { TunnelEvents } from "../events.ts";
import type { TunnelEvent, TunnelState, TunnelTrouble } from "../provider.ts";

/** What the reader of the tunnel is told, and what he can ask. */
export class TunnelReport {
  url: string | undefined;
  state: TunnelState = "opening";
  /** Why it does not stand, as things are. */
  why: () => TunnelTrouble | undefined = () => undefined;
  readonly #clock: Clock;
  readonly #events = new TunnelEvents();
  #lostAt = 0;
  #retrying = "";

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get events(): ReadableStream<TunnelEvent> {
    return this.#events.stream;
  }

  up(url: string): void {
    const isBack = this.state === "lost" && url === this.url;
    this.state = "up";
    this.url = url;
    this.#retrying = "";
    if (isBack) this.#events.tell({ kind: "regained", afterMs: this.#clock.elapsed() - this.#lostAt });
    else this.#events.tell({ kind: "up", url });
  }

  lost(): void {
    if (this.state !== "up") return;
    this.state = "lost";
    this.#lostAt = this.#clock.elapsed();
    this.#events.tell({ kind: "lost" });
  }

  slept(forMs: number): void {
    this.#events.tell({ kind: "slept", forMs });
  }

  warning(trouble: TunnelTrouble): void {
    this.#events.tell({ kind: "warning", trouble });
  }

  /** The same again and again is told once. */
  retrying(trouble: TunnelTrouble, inMs: number): void {
    const isLong = inMs >= unitsMs.m;
    const told = `${trouble.message} ${isLong ? inMs : ""}`;
    if (told !== this.#retrying) this.#events.tell({ kind: "retrying", trouble, inMs });
    this.#retrying = told;
  }

  failed(trouble: TunnelTrouble): void {
    this.state = "failed";
    this.#events.tell({ kind: "failed", trouble });
  }

  /** What stops the program is thrown at who reads the events. */
  broken(cause: unknown): void {
    this.state = "failed";
    this.#events.fail(cause);
  }

  end(): void {
    if (this.state !== "failed") this.state = "closed";
    this.#events.end();
  }
}
