import type { Target } from "../../delivery/index.ts";
import type { Order, ReplayOptions } from "./options.ts";

/** Which events keep their order, where several are sent at once; one at a time they keep it anyway. */
export class Lanes {
  readonly #order: Order;
  readonly #numbers = new Map<Target, number>();

  constructor({ order, concurrency, shuffle }: ReplayOptions) {
    this.#order = concurrency === 1 || shuffle === true ? "none" : (order ?? "resource");
  }

  /** Undefined where it keeps none; what does not name its resource keeps none with others. */
  of(resourceKey: string | undefined): string | undefined {
    if (this.#order === "none") return undefined;
    return this.#order === "all" ? "" : resourceKey;
  }

  /** Each target gets them in their order, whatever another does. */
  at(target: Target, lane: string): string {
    const number = this.#numbers.get(target) ?? this.#numbers.size;
    this.#numbers.set(target, number);
    return `${number} ${lane}`;
  }
}
