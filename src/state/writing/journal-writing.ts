import type { Clock } from "../../clock.ts";
import type { JournalLine } from "../journal.ts";

export interface Journal {
  /**
   * What `listen` received goes to the system as soon as that has what came before; other lines wait for each other, 50 ms
   * at most.
   */
  write(line: JournalLine): void;
  /** Of a run's journal: when it returns, the system has every line, also where this process ends then. */
  flush(): void;
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
