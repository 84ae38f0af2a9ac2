import { pathNotation } from "../path-notation.ts";
import type { Issue } from "./issue.ts";
import { type Place, stepsTo } from "./place.ts";

/** An issue whose place is not written out yet. */
export type Problem = Omit<Issue, "path"> & { place: Place | undefined };

/** What was found so far, and where it ends: a payload of some megabytes can have a million. */
export class Problems {
  readonly issues: Issue[] = [];
  readonly #most: number;
  readonly #isStrict: boolean;

  constructor({ most, isStrict }: { most: number; isStrict: boolean }) {
    this.#most = most;
    this.#isStrict = isStrict;
  }

  get isFull(): boolean {
    return this.issues.length >= this.#most;
  }

  add({ place, severity, ...rest }: Problem): void {
    if (this.isFull) return;
    this.issues.push({ severity: this.#isStrict ? "error" : severity, path: pathNotation(stepsTo(place)), ...rest });
  }
}
