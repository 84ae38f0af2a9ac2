import { pathNotation } from "../path-notation.ts";
import type { Issue } from "./issue.ts";
import { type Place, stepsTo } from "./place.ts";

/** What an issue says beside its severity; its place is not written out yet. */
export type Problem = Omit<Issue, "path" | "severity"> & { place: Place | undefined };

export interface ProblemLimits {
  /** Errors, and notes, that are enough. */
  most: number;
  /** Of them, how many are put into words. */
  told: number;
  isStrict: boolean;
  errorsOnly: boolean;
}

/**
 * What was found so far, and where it ends: a payload of some megabytes can have a million. Errors and notes are counted
 * apart, for as many notes as there may be, an error behind them is found.
 */
export class Problems {
  readonly issues: Issue[] = [];
  /** Whether there were more. */
  isCut = false;
  readonly #isStrict: boolean;
  readonly #told: number;
  readonly #most: Readonly<Record<Issue["severity"], number>>;
  readonly #counts = { error: 0, note: 0 };

  constructor({ most, told, isStrict, errorsOnly }: ProblemLimits) {
    this.#isStrict = isStrict;
    this.#told = told;
    this.#most = { error: most, note: errorsOnly ? 0 : most };
  }

  /** Whether nothing more needs to be looked at. */
  get isFull(): boolean {
    return this.isCut && this.#counts.error >= this.#most.error;
  }

  /** Whether one more is told: what it says takes longer to find out than that it is there. */
  takes(severity: Issue["severity"]): boolean {
    const counted = this.#isStrict ? "error" : severity;
    const isTaken = this.#counts[counted] < this.#most[counted];
    this.isCut ||= !isTaken;
    return isTaken;
  }

  /** `tell` puts it into words, which takes longer than finding it. */
  add(itsOwn: Issue["severity"], tell: () => Problem): void {
    if (!this.takes(itsOwn)) return;
    const severity = this.#isStrict ? "error" : itsOwn;
    this.#counts[severity] += 1;
    if (this.issues.length >= this.#told) return;
    const { place, ...rest } = tell();
    this.issues.push({ severity, path: pathNotation(stepsTo(place)), ...rest });
  }

  /** How many were found. */
  get errors(): number {
    return this.#counts.error;
  }
}
