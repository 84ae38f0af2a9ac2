import type { JournalLine, JournalTarget } from "../journal.ts";

/** An event that is on disk and did not reach these targets. */
export interface FailedEvent {
  event: string;
  file: string;
  targets: readonly JournalTarget[];
}

/** What lines took for targets and did not deliver; a delivery that was repeated counts as one. Nothing else is held. */
export class Owed {
  readonly #open = new Map<string, FailedEvent>();
  readonly #known = new KnownTargets();

  take(line: JournalLine): void {
    if (line.type === "received" && line.file !== undefined) {
      for (const target of line.insteadOf ?? []) this.settle(line.file, target);
      this.#owe(line.event, line.file, line.targets);
    }
    if (line.type !== "delivery" || line.file === undefined) return;
    if (line.delivered) this.settle(line.file, line.target);
    else this.#owe(line.event, line.file, [line.target]);
  }

  /** In the order in which they came. */
  get events(): FailedEvent[] {
    return [...this.#open.values()];
  }

  at(file: string): readonly JournalTarget[] {
    return this.#open.get(file)?.targets ?? [];
  }

  settle(file: string, target: JournalTarget): void {
    const before = this.#open.get(file);
    if (before === undefined) return;
    const targets = before.targets.filter((one) => !isSame(one, target));
    if (targets.length === 0) this.#open.delete(file);
    else this.#open.set(file, { ...before, targets });
  }

  #owe(event: string, file: string, targets: readonly JournalTarget[]): void {
    const before = this.at(file);
    const more = targets.filter((target) => !before.some((one) => isSame(one, target)));
    if (more.length === 0) return;
    this.#open.set(file, { event, file, targets: [...before, ...more.map((one) => this.#known.of(one))] });
  }
}

/** Each line has its own copy of the same few targets: one of each is held. */
class KnownTargets {
  readonly #targets = new Map<string, JournalTarget>();

  of(target: JournalTarget): JournalTarget {
    const key = `${target.number} ${target.canBeSentToAgain} ${target.kind} ${target.text}`;
    const known = this.#targets.get(key);
    if (known !== undefined) return known;
    this.#targets.set(key, target);
    return target;
  }
}

/** Deliveries of one journal that were not made, of events in no file of their own: recorded nowhere, from standard input, one of several in a file. */
export class Unrecorded {
  #owed = 0;
  #failed = 0;

  take(line: JournalLine): void {
    if (line.type === "received" && line.file === undefined) this.#owed += line.targets.length;
    if (line.type !== "delivery" || line.file !== undefined) return;
    this.#owed -= 1;
    this.#failed += line.delivered ? 0 : 1;
  }

  get count(): number {
    return this.#failed + Math.max(0, this.#owed);
  }
}

/** One that cannot be sent to again has left out what tells it from others, and is known by its place alone. */
export function isSame(one: JournalTarget, other: JournalTarget): boolean {
  const isSameText = one.kind === other.kind && one.text === other.text;
  return isSameText && (one.canBeSentToAgain || one.number === other.number);
}
