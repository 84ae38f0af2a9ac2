import type { SharedFacts } from "./shared-facts.ts";
import type { DoctorSurroundings } from "./surroundings.ts";

/** Looks at one thing on this machine. Judges all of it, and throws only what is a defect of ours. */
export type Check = (surroundings: CheckSurroundings) => Promise<readonly Judgement[]>;

export interface Judgement {
  /** `note`: worth knowing, and harms nothing that `listen` does. `failure`: `listen` would not work as it is. */
  state: "ok" | "note" | "failure" | "skipped";
  /** One sentence, with the value that it is about. */
  message: string;
  /** What to do, each line of it; one that begins with spaces is to be typed. */
  mend?: readonly string[];
}

export interface Finding extends Judgement {
  /** The name of the check, as in the table. */
  check: string;
}

export interface CheckSurroundings extends DoctorSurroundings {
  facts: SharedFacts;
}
