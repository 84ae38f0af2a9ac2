import type { Clock } from "../../clock.ts";
import type { Attempt } from "../../delivery/index.ts";
import type { ChangeStore } from "./change.ts";
import { Lane } from "./lane.ts";
import { isPlanned, type LogEntry, type LoggedAttempt } from "./log-entry.ts";
import type { Network } from "./network.ts";
import type { MarketplaceNotice } from "./notice.ts";
import type { Posting } from "./posting.ts";
import { shownWebhook } from "./shown-webhook.ts";
import type { MarketplaceState } from "./state.ts";
import type { Webhook } from "./webhook.ts";

export interface DeliveryOptions {
  /** After each failed attempt but the last, in ms. */
  waitsMs: readonly number[];
  /** How many times faster those pass. */
  timeScale: number;
}

export interface DeliveriesParts {
  clock: Clock;
  state: MarketplaceState;
  store: ChangeStore;
  network: Network;
  posting: Posting;
  notify(notice: MarketplaceNotice): void;
  /** What nothing foresaw, and changes that could not be kept. */
  fail(cause: unknown): void;
}

/** At one webhook at once; the documentation names no such number. */
const mostAtOnce = 10;

type Kind = "planned" | "resent" | "duplicate";

/** Brings each entry of the log to its webhook: at once, after each failure again when it is due, until it is given up. */
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #parts: DeliveriesParts;
  readonly #lanes = new Map<string, Lane>();
  readonly #cancels = new Map<string, () => void>();
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: DeliveryOptions, parts: DeliveriesParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** Plans what is due next for an entry that is pending. */
  plan({ id, nextAt }: Pick<LogEntry, "id" | "nextAt">): void {
    const { clock, network } = this.#parts;
    const inMs = nextAt === undefined ? network.delayMs() : Date.parse(nextAt) - clock.now().getTime();
    if (inMs <= 0) return void this.#start(id, "planned");
    const cancel = clock.after(inMs, () => void this.#start(id, "planned"));
    this.#cancels.set(id, cancel);
  }

  /** Tries a failed entry once more, besides the schedule; resolves when that has ended. */
  resend(id: string): Promise<void> {
    return this.#start(id, "resent");
  }

  /** Resolves when no attempt is in flight; others may be due later. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Cancels what is in flight; what is pending stays so. May be called twice. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
    await Promise.all(this.#running);
  }

  #start(id: string, kind: Kind): Promise<void> {
    this.#cancels.delete(id);
    const run = this.#run(id, kind).catch((cause: unknown) => this.#parts.fail(cause));
    this.#running.add(run);
    return run.finally(() => this.#running.delete(run));
  }

  async #run(id: string, kind: Kind): Promise<void> {
    const { state, network } = this.#parts;
    const webhook = state.webhook(state.entry(id)?.webhook ?? "");
    if (webhook === undefined) return;
    const isDelivered = await this.#laneOf(webhook).run(() => this.#attempt(id, kind));
    if (isDelivered && kind === "planned" && network.repeats()) await this.#run(id, "duplicate");
  }

  /** Whether it was delivered; false too where it is not to be tried any more. */
  async #attempt(id: string, kind: Kind): Promise<boolean> {
    const { clock, state, posting } = this.#parts;
    const entry = state.entry(id);
    const webhook = state.webhook(entry?.webhook ?? "");
    const body = state.body(id);
    if (entry === undefined || webhook === undefined || body === undefined || this.#closing.signal.aborted)
      return false;
    const at = clock.now();
    const attempt = await posting.post({ event: entry.event, uuid: entry.uuid, body }, webhook, this.#closing.signal);
    if (this.#closing.signal.aborted) return false; // cancelled: it is tried again by whoever goes on with this state
    await this.#log({ entry: state.entry(id) ?? entry, webhook, attempt, at, kind });
    return attempt.outcome === "accepted";
  }

  async #log({ entry, webhook, attempt, at, kind }: EndedAttempt): Promise<void> {
    const { state, store, notify, clock } = this.#parts;
    const again = kind === "planned" && attempt.outcome !== "accepted" ? this.#againAfter(entry) : undefined;
    const nextAt = again && new Date(clock.now().getTime() + again.hereMs).toISOString();
    const logged = { ...loggedAttempt(attempt, entry, at), ...markOf[kind], ...(nextAt !== undefined && { nextAt }) };
    await store.append({ type: "attempt", entry: entry.id, attempt: logged });
    state.apply({ type: "attempt", entry: entry.id, attempt: logged });
    const { id, event, uuid } = entry;
    notify({
      kind: "attempt",
      entry: id,
      event,
      uuid,
      webhook: shownWebhook(webhook),
      attempt,
      logged,
      ...(again && { again }),
    });
    if (again !== undefined) this.plan({ id, ...(nextAt !== undefined && { nextAt }) });
  }

  /** Undefined where that was the last attempt. */
  #againAfter({ attempts }: LogEntry): { inMs: number; hereMs: number } | undefined {
    const inMs = this.#options.waitsMs[attempts.filter(isPlanned).length];
    return inMs === undefined ? undefined : { inMs, hereMs: inMs / this.#options.timeScale };
  }

  #laneOf({ id }: Webhook): Lane {
    const lane = this.#lanes.get(id) ?? new Lane(mostAtOnce);
    this.#lanes.set(id, lane);
    return lane;
  }
}

interface EndedAttempt {
  entry: LogEntry;
  webhook: Webhook;
  attempt: Attempt;
  at: Date;
  kind: Kind;
}

const markOf = { planned: {}, resent: { isManual: true }, duplicate: { isDuplicate: true } } as const;

function loggedAttempt(attempt: Attempt, { attempts }: LogEntry, at: Date): LoggedAttempt {
  const known = { number: attempts.length + 1, at: at.toISOString(), ms: Math.round(attempt.durationMs) };
  if (attempt.outcome === "failed") return { ...known, delivered: false, reason: attempt.reason };
  const { status } = attempt.words;
  const answered = { ...known, ...(status !== undefined && { status }) };
  if (attempt.outcome === "accepted") return { ...answered, delivered: true };
  return { ...answered, delivered: false, reason: attempt.reason };
}
