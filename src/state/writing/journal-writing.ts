import type { Clock } from "../../clock.ts";
import type { JournalLine } from "../journal.ts";

export interface Journal {
  /**
   * What was received is there at once: of `replay` when it returns, so that what sets out then is known also where the
   * process does not outlive it; of `listen`, whose events lie on the disk already, as soon as the system has what came
   * before. Other lines wait for each other, 50 ms at most.
   */
  write(line: JournalLine): void;
  /** Done when every line is written. */
  close(): Promise<void>;
}

export interface JournalSurroundings {
  command: string;
  /** Names the file, and says when lines have waited long enough. */
  clock: Pick<Clock, "now" | "sleep">;
  processId: number;
  /** Told once if the journal cannot be written, or not all of it: the session goes on without. */
  onFailure(cause: Error): void;
}

/** So many bytes are written, or what there is after so many ms: a call of the system for each line would cost more than the line. */
export const batchBytes = 64 * 1024;
export const batchMs = 50;
