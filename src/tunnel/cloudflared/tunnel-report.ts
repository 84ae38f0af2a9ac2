import type { Clock } from "../../clock.ts";
import { unitsMs } from "../../duration.ts";
import type { TunnelEvent, TunnelState, TunnelTrouble } from "../provider.ts";

/** What the reader of the tunnel is told, and what he can ask. */
export class TunnelReport {
  url: string | undefined;
  state: TunnelState = "opening";
  /** Why it does not stand, as things are. */
  why: () => TunnelTrouble | undefined = () => undefined;
  readonly events: ReadableStream<TunnelEvent>;
  readonly #clock: Clock;
  #enqueue: (event: TunnelEvent) => void = () => undefined;
  #close: () => void = () => undefined;
  #error: (cause: unknown) => void = () => undefined;
  #lostAt = 0;
  #retrying = "";

  constructor(clock: Clock) {
    this.#clock = clock;
    this.events = new ReadableStream({
      start: (controller) => {
        this.#enqueue = (event) => controller.enqueue(event);
        this.#close = () => controller.close();
        this.#error = (cause) => controller.error(cause);
      },
    });
  }

  up(url: string): void {
    const isBack = this.state === "lost" && url === this.url;
    this.state = "up";
    this.url = url;
    this.#retrying = "";
    if (isBack) this.#enqueue({ kind: "regained", afterMs: this.#clock.elapsed() - this.#lostAt });
    else this.#enqueue({ kind: "up", url });
  }

  lost(): void {
    if (this.state !== "up") return;
    this.state = "lost";
    this.#lostAt = this.#clock.elapsed();
    this.#enqueue({ kind: "lost" });
  }

  slept(forMs: number): void {
    this.#enqueue({ kind: "slept", forMs });
  }

  warning(trouble: TunnelTrouble): void {
    this.#enqueue({ kind: "warning", trouble });
  }

  /** The same again and again is told once. */
  retrying(trouble: TunnelTrouble, inMs: number): void {
    const isLong = inMs >= unitsMs.m;
    const told = `${trouble.message} ${isLong ? inMs : ""}`;
    if (told !== this.#retrying) this.#enqueue({ kind: "retrying", trouble, inMs });
    this.#retrying = told;
  }

  failed(trouble: TunnelTrouble): void {
    this.state = "failed";
    this.#enqueue({ kind: "failed", trouble });
  }

  /** What stops the program is thrown at who reads the events. */
  broken(cause: unknown): void {
    this.state = "failed";
    this.#error(cause);
    this.#close = () => undefined;
  }

  end(): void {
    if (this.state !== "failed") this.state = "closed";
    this.#close();
  }
}
