import { flagOf, type OptionName } from "./options.ts";
import type { Origin } from "./sources/table.ts";

/** Where the value of an option came from. */
export interface ValueOrigin {
  origin: Origin;
  /** What messages call it. */
  named: string;
  isTyped: boolean;
}

/** Where the values of a command's options came from, as far as a command may ask. */
export class Provenance<Name extends OptionName> {
  readonly #given: ReadonlyMap<string, ValueOrigin>;

  /** Without those that nothing gave. */
  constructor(given: ReadonlyMap<string, ValueOrigin>) {
    this.#given = given;
  }

  /** As if nothing had given these. */
  without(names: readonly Name[]): Provenance<Name> {
    return new Provenance(new Map([...this.#given].filter(([given]) => !names.some((name) => name === given))));
  }

  originOf(name: Name): Origin {
    return this.#given.get(name)?.origin ?? "default";
  }

  /** Whether anything gave it; else it is the default. */
  isGiven(name: Name): boolean {
    return this.#given.has(name);
  }

  /** Whether it was typed, and so is meant for this run. */
  isTyped(name: Name): boolean {
    return this.#given.get(name)?.isTyped === true;
  }

  /** What gave it: `--port`, `APPDIRECT_HOOKS_PORT`; the flag where nothing did. */
  nameOf(name: Name): string {
    return this.#given.get(name)?.named ?? flagOf(name);
  }
}
