import { untilAborted } from "../../../waiting.ts";
import type { TunnelSurroundings } from "../../provider.ts";
import { askMetrics, type Metrics } from "./metrics.ts";
import type { CloudflaredPlan } from "../plan.ts";
import type { RunningCloudflared } from "../process/running-cloudflared.ts";
import { lookFor } from "./publication.ts";
import { routeTrouble } from "./routes.ts";
import type { TunnelReport } from "../tunnel-report.ts";

export interface LostConnection {
  /** What it said last. */
  lines: readonly string[];
  /** Undefined where it still runs. */
  status?: number | string;
  /** Whether it ever stood, and how long ago that was first, in ms. */
  wasUp: boolean;
  upMs: number;
  /** Without a connection for so long, in ms. */
  forMs: number;
  /** Whether it had an address. */
  hasAddress: boolean;
  /** Whether it is connected, and waits for its name to be published. */
  isConnected: boolean;
}

export interface WatchSubject {
  running: RunningCloudflared;
  /** Where it tells its state. */
  metrics: string;
  plan: CloudflaredPlan;
  surroundings: TunnelSurroundings;
  report: TunnelReport;
  signal: AbortSignal;
}

/** A clock that went on by so much between two looks did so while this machine slept. */
const jumpMs = 30_000;
const mostMisses = 3;
/** Until it stands: its address is to be shown as soon as there is one. */
const firstPollMs = 50;

/** Looks after one cloudflared, and tells what becomes of its connection. */
export class Watch {
  readonly #subject: WatchSubject;
  /** Its end, or ours. */
  readonly #over: AbortSignal;
  #status: number | string | undefined;
  #url: string | undefined;
  #isUp = false;
  #upAt: number | undefined;
  /** Since when it has no connection. */
  #since: number;
  #lookedAt: number;
  #knowsRoutes = false;
  #hasMetrics = false;
  #misses = 0;
  #isPublishing = false;

  constructor(subject: WatchSubject) {
    const { running, signal, surroundings } = subject;
    this.#subject = subject;
    this.#since = surroundings.clock.elapsed();
    this.#lookedAt = surroundings.clock.now().getTime();
    const ended = new AbortController();
    void running.ended.then((status) => {
      this.#status = status;
      ended.abort();
    });
    this.#over = AbortSignal.any([signal, ended.signal]);
  }

  /** Resolves when it has ended, has had no connection for too long, or nobody wants it any more. */
  async untilOver(): Promise<LostConnection> {
    const { plan, surroundings } = this.#subject;
    const { pollMs } = plan.options.settings;
    while (!this.#over.aborted && !this.#isTooLong()) {
      await this.#look();
      await surroundings.clock.sleep(this.#isUp ? pollMs : Math.min(firstPollMs, pollMs), this.#over);
    }
    return this.soFar();
  }

  soFar(): LostConnection {
    const at = this.#elapsed();
    const upMs = this.#upAt === undefined ? 0 : at - this.#upAt;
    const { lines } = this.#subject.running;
    return {
      lines: [...lines], // without what it says while we end it
      status: this.#status,
      wasUp: this.#upAt !== undefined,
      upMs,
      forMs: at - this.#since,
      hasAddress: this.#url !== undefined,
      isConnected: this.#isPublishing && this.#status === undefined,
    };
  }

  async #look(): Promise<void> {
    const seen = await untilAborted(this.#ask(), this.#over);
    if (seen === undefined) return;
    this.#noticeSleep();
    if (this.#url === undefined && seen.url !== undefined) this.#since = this.#elapsed(); // now it has to connect
    this.#url = seen.url ?? this.#url;
    if (!seen.isConnected || this.#url === undefined) return this.#down();
    if (this.#upAt === undefined) return this.#publish(this.#url);
    if (!this.#isUp) this.#subject.report.up(this.#url);
    this.#isUp = true;
    this.#checkRoutes(this.#url);
  }

  /** The metrics server knows best; where there is none, the log tells. */
  async #ask(): Promise<{ isConnected: boolean; url?: string }> {
    const { running, metrics, plan, surroundings } = this.#subject;
    const told = await askMetrics(metrics, surroundings.clock);
    this.#hasMetrics ||= told !== undefined;
    this.#misses = told === undefined ? this.#misses + 1 : 0;
    // What answered before and no longer does has stopped; one that is late is only busy.
    const silent = this.#hasMetrics ? { isConnected: this.#isUp && this.#misses < mostMisses } : {};
    const { isConnected, hostname }: Metrics = { ...running.facts, ...silent, ...told };
    if (plan.isNamed) return { isConnected, url: plan.options.publicUrl };
    return { isConnected, ...(hostname !== undefined && { url: `https://${hostname}` }) };
  }

  /** Nothing could connect meanwhile: it gets its time anew. */
  #noticeSleep(): void {
    const { report, surroundings } = this.#subject;
    const now = surroundings.clock.now().getTime();
    if (now - this.#lookedAt > jumpMs) {
      report.slept(now - this.#lookedAt);
      this.#since = this.#elapsed();
    }
    this.#lookedAt = now;
  }

  #down(): void {
    if (!this.#isUp) return;
    this.#isUp = false;
    this.#since = this.#elapsed();
    this.#subject.report.lost();
  }

  /** A name is published some seconds after the first connection; asked for too early, it is dead for half an hour. */
  async #publish(url: string): Promise<void> {
    const { plan, report, surroundings } = this.#subject;
    if (!plan.isNamed) {
      const { resolver, publicationMs } = plan.options.settings;
      this.#isPublishing = true;
      await surroundings.clock.sleep(publicationMs, this.#over);
      const name = new URL(url).hostname;
      const found = await lookFor(name, resolver, surroundings.clock, this.#over);
      if (this.#over.aborted) return;
      if (!found.found) report.warning(unseen(name, resolver, found.why));
      this.#isPublishing = false;
      this.#lookedAt = surroundings.clock.now().getTime();
    }
    this.#upAt = this.#since = this.#elapsed();
  }

  /** Where a named tunnel leads is told some time after it connected. */
  #checkRoutes(publicUrl: string): void {
    const { plan, report, running } = this.#subject;
    if (!plan.isNamed || this.#knowsRoutes || running.facts.routes === undefined) return;
    this.#knowsRoutes = true;
    const trouble = routeTrouble(running.facts.routes, { publicUrl, localUrl: plan.localUrl });
    if (trouble !== undefined) report.warning(trouble);
  }

  #isTooLong(): boolean {
    if (this.#isUp) return false;
    const { restartAfterMs, addressMs, connectMs } = this.#subject.plan.options.settings;
    const limitMs = this.#upAt !== undefined ? restartAfterMs : this.#url === undefined ? addressMs : connectMs;
    return this.#elapsed() - this.#since >= limitMs;
  }

  #elapsed(): number {
    return this.#subject.surroundings.clock.elapsed();
  }
}

function unseen(name: string, resolver: string, why: string) {
  return {
    code: "NAME_NOT_SEEN",
    message: `The DNS server ${resolver} does not resolve ${name}: ${why}.`,
    hint: "The tunnel is up and may still be reachable. Wait a minute before you use the address.",
  };
}
