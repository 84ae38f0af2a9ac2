import type { JournalTarget } from "../state/index.ts";

export interface OwedLimits<What> {
  /** For all that are held together. */
  bytes: number;
  bytesOf(what: What): number;
}

/** What a key and an entry take beside what is owed. */
const entryBytes = 300;

/** What failed and was not delivered later, for each event and target; past a limit it is only counted. */
export class OwedDeliveries<What> {
  readonly #limits: OwedLimits<What>;
  readonly #owed = new Map<string, What>();
  #bytes = 0;
  #beyond = 0;

  constructor(limits: OwedLimits<What>) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#owed.size + this.#beyond;
  }

  values(): What[] {
    return [...this.#owed.values()];
  }

  /** False where it is only counted. */
  owe(key: string, what: What): boolean {
    this.settle(key);
    const bytes = this.#bytesOf(key, what);
    if (this.#bytes + bytes > this.#limits.bytes) {
      this.#beyond += 1;
      return false;
    }
    this.#owed.set(key, what);
    this.#bytes += bytes;
    return true;
  }

  settle(key: string): void {
    const what = this.#owed.get(key);
    if (what === undefined) return;
    this.#owed.delete(key);
    this.#bytes -= this.#bytesOf(key, what);
  }

  #bytesOf(key: string, what: What): number {
    return entryBytes + key.length + this.#limits.bytesOf(what);
  }
}

/** One event at one target, as `--failed` tells them apart; what is in no file is told by its number. */
export function owedKey({ file, number }: { file?: string; number: number }, target: JournalTarget): string {
  const { kind, text, canBeSentToAgain, number: place } = target;
  return JSON.stringify([file ?? number, kind, text, canBeSentToAgain ? 0 : place]);
}
