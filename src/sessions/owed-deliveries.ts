import type { JournalTarget } from "../state/index.ts";

const defaultLimit = 10_000;

/** What failed and was not delivered later, for each event and target; past a limit it is only counted. */
export class OwedDeliveries<What> {
  readonly #limit: number;
  readonly #owed = new Map<string, What>();
  #beyond = 0;

  constructor(limit = defaultLimit) {
    this.#limit = limit;
  }

  get count(): number {
    return this.#owed.size + this.#beyond;
  }

  values(): What[] {
    return [...this.#owed.values()];
  }

  owe(key: string, what: What): void {
    if (this.#owed.has(key) || this.#owed.size < this.#limit) this.#owed.set(key, what);
    else this.#beyond += 1;
  }

  settle(key: string): void {
    this.#owed.delete(key);
  }
}

/** One event at one target, as `--failed` tells them apart; what is in no file is told by its number. */
export function owedKey({ file, number }: { file?: string; number: number }, target: JournalTarget): string {
  const { kind, text, canBeSentToAgain, number: place } = target;
  return JSON.stringify([file ?? number, kind, text, canBeSentToAgain ? 0 : place]);
}
