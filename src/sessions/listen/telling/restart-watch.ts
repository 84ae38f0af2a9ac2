import type { Target } from "../../../delivery/index.ts";
import { keptTargets } from "../../session-journal.ts";
import type { DeliveryNotice, Notice, NoticeListener, WarningNotice } from "../../notice.ts";

const inARow = 2;

/**
 * Says once that a handler on this machine may restart whenever an event is recorded: where two new events in a row were
 * cut off. What is sent again follows no recording, and tells nothing.
 */
export class RestartWatch implements NoticeListener {
  readonly #local: ReadonlySet<number>;
  readonly #fixtures: string | undefined;
  readonly #tell: (notice: WarningNotice) => void;
  /** For each target by its place: how many were cut off in a row, and the newest event that it was sent. */
  readonly #seen = new Map<number, { cutOff: number; newest: number }>();
  #isSaid = false;

  constructor(
    { targets, fixtures }: { targets: readonly Target[]; fixtures?: string },
    tell: (notice: WarningNotice) => void,
  ) {
    const keptOf = keptTargets(targets);
    const local = targets.filter(({ address }) => address.distance === "this machine");
    this.#local = new Set(local.map((target) => keptOf(target).number));
    this.#fixtures = fixtures;
    this.#tell = tell;
  }

  show(notice: Notice): void {
    if (notice.kind === "delivery" && !this.#isSaid) this.#attempted(notice);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #attempted({ number, file, target, attempt }: DeliveryNotice): void {
    const place = target.kept.number;
    const { cutOff, newest } = this.#seen.get(place) ?? { cutOff: 0, newest: 0 };
    const isCutOff = attempt.outcome === "failed" && attempt.reason === "cut off";
    if (isCutOff && number <= newest) return;
    const now = isCutOff ? cutOff + 1 : 0;
    this.#seen.set(place, { cutOff: now, newest: Math.max(newest, number) });
    if (now < inARow || file === undefined || this.#fixtures === undefined || !this.#local.has(place)) return;
    this.#isSaid = true;
    this.#tell({ kind: "warning", about: "handler restarts", target: target.name, fixtures: this.#fixtures });
  }
}
