import { Statistics, type Attempt, type Target } from "../../delivery/index.ts";
import type { JournalTarget } from "../../state/index.ts";
import { OwedDeliveries, owedKey } from "../owed-deliveries.ts";
import { keptTargets, type SessionJournal } from "../session-journal.ts";
import type { FailedExample, ReplayResult, ReplaySurroundings } from "./options.ts";
import type { Sending } from "./sendings.ts";

export interface TallyParts {
  journal: SessionJournal;
  notify: ReplaySurroundings["notify"];
}

/** How an attempt stands among others of its delivery. Times in ms. */
export interface AttemptPlace {
  /** How much later than it was due it set out. */
  lateMs: number;
  /** After which it is followed by another; undefined where it was the last one. */
  inMs: number | undefined;
  /** How many attempts a delivery has at most. */
  of: number;
}

/** Counts what became of deliveries, writes it into the journal and tells of it. */
export class Tally {
  readonly #parts: TallyParts;
  readonly #statistics = new Statistics();
  readonly #keptOf: (target: Target) => JournalTarget;
  readonly #failed = new OwedDeliveries<true>({ bytes: 8 * 1024 ** 2, bytesOf: () => 0 });
  readonly #examples = new Map<string, FailedExample>();
  #delivered: { number: number; to: Target[] } = { number: 0, to: [] };
  #number = 0;
  #retries = 0;
  #behindMs: number | undefined;

  constructor(targets: readonly Target[], parts: TallyParts) {
    this.#parts = parts;
    this.#keptOf = keptTargets(targets);
  }

  count(sending: Sending, attempt: Attempt, place: AttemptPlace): void {
    const { outgoing, target, dueAt, attempt: number } = sending;
    if (!this.#isNoted(sending, attempt)) {
      const { event, uuid, file } = outgoing;
      this.#parts.journal.attempted({ event, uuid, file }, this.#keptOf(target), attempt);
    }
    if (number > 1) this.#retries += 1;
    if (dueAt !== undefined) this.#behindMs = place.lateMs;
    this.#statistics.took(attempt, place.lateMs);
    if (place.inMs === undefined) this.ended(sending, attempt);
    else this.#retrying(sending, attempt, { inMs: place.inMs, of: place.of });
  }

  /** A delivery of which this was the last attempt. */
  ended(sending: Sending, attempt: Attempt): void {
    const { name, outgoing, attempt: attempts } = sending;
    const { event, uuid, file } = outgoing;
    this.#statistics.count(attempt);
    this.#number += 1;
    if (attempt.outcome !== "accepted" || this.#failed.count > 0) this.#settle(sending, attempt);
    const target = sending.target.name;
    this.#parts.notify({ kind: "replayed", number: this.#number, name, file, event, uuid, target, attempt, attempts });
  }

  result(): Omit<ReplayResult, "selected" | "unreadable" | "untaken" | "durationMs" | "interrupted"> {
    const { failures, ...summary } = this.#statistics.summary();
    const behindMs = this.#behindMs;
    return {
      ...summary,
      failures: failures.map((one) => {
        const example = this.#examples.get(one.why);
        return example === undefined ? one : { ...one, example };
      }),
      recordedFailures: this.#failed.count,
      retries: this.#retries,
      ...(behindMs !== undefined && { behindMs }),
    };
  }

  /** Of copies that are delivered one after the other the journal has the first: nothing is owed from there on. */
  #isNoted({ number, target }: Sending, { outcome }: Attempt): boolean {
    if (this.#delivered.number !== number) this.#delivered = { number, to: [] };
    const { to } = this.#delivered;
    const isNoted = to.includes(target);
    if (outcome !== "accepted") this.#delivered.to = to.filter((one) => one !== target);
    else if (!isNoted) to.push(target);
    return isNoted && outcome === "accepted";
  }

  #retrying(sending: Sending, attempt: Attempt, { inMs, of }: { inMs: number; of: number }): void {
    const { name, outgoing, target, attempt: number } = sending;
    const { event, uuid } = outgoing;
    this.#parts.notify({ kind: "retrying", name, event, uuid, target: target.name, attempt, number, of, inMs });
  }

  /** An event that failed and is delivered when it is sent once more is owed no longer. */
  #settle({ name, outgoing: { file, event }, target }: Sending, attempt: Attempt): void {
    const kept = this.#keptOf(target);
    const key = owedKey({ file, number: this.#number }, kept);
    if (attempt.outcome === "accepted") return this.#failed.settle(key);
    if (file !== undefined && kept.canBeSentToAgain) this.#failed.owe(key, true);
    if (this.#examples.has(attempt.reason)) return;
    this.#examples.set(attempt.reason, { name, event, target: target.name, detail: attempt.detail });
  }
}
