import type { Clock } from "../../clock.ts";
import type { Random } from "../../random.ts";

/** What networks do to deliveries; all off where nothing is said. Times in ms. */
export interface NetworkOptions {
  /** Of a hundred delivered events so many come twice. */
  duplicatePercent?: number;
  /** Each event sets out up to so much later, so that later ones overtake it. */
  shuffleMs?: number;
  /** From the first attempt on, nothing gets through for so long. */
  outageMs?: number;
}

export class Network {
  readonly #options: NetworkOptions;
  readonly #clock: Clock;
  readonly #random: Random;
  #downSince: number | undefined;

  constructor(options: NetworkOptions, { clock, random }: { clock: Clock; random: Random }) {
    this.#options = options;
    this.#clock = clock;
    this.#random = random;
  }

  /** Asked at each attempt. */
  isDown(): boolean {
    const { outageMs = 0 } = this.#options;
    this.#downSince ??= this.#clock.elapsed();
    return this.#clock.elapsed() - this.#downSince < outageMs;
  }

  /** Whether what was delivered just now comes once more. */
  repeats(): boolean {
    const { duplicatePercent = 0 } = this.#options;
    return duplicatePercent > 0 && this.#random.integer(1, 100) <= duplicatePercent;
  }

  /** How much later an event sets out. */
  delayMs(): number {
    const { shuffleMs = 0 } = this.#options;
    return shuffleMs === 0 ? 0 : this.#random.integer(0, shuffleMs);
  }
}
