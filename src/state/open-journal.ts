import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import type { JournalLine } from "./journal.ts";
import type { ProjectState } from "./project.ts";
import { removeOldJournals } from "./retention.ts";

export interface Journal {
  write(line: JournalLine): void;
  close(): Promise<void>;
}

export interface JournalSurroundings {
  command: string;
  at: Date;
  processId: number;
  /** Told once if the journal cannot be written, or not all of it: the session goes on without. */
  onFailure(cause: Error): void;
}

/** One NDJSON file a session in the project's state folder; `retention.ts` says how long it is kept. */
export async function openJournal(state: ProjectState, surroundings: JournalSurroundings): Promise<Journal> {
  const folder = join(state.folder, "journal");
  try {
    await makeFolder(folder);
    await removeOldJournals(folder, surroundings.at);
  } catch (cause) {
    surroundings.onFailure(failureOf(state, cause));
    return { write: () => undefined, close: () => Promise.resolve() };
  }
  const stamp = surroundings.at.toISOString().replace(/[-:.]/g, "");
  const stream = createWriteStream(join(folder, `${stamp}-${surroundings.processId}-${surroundings.command}.ndjson`), {
    mode: 0o600,
  });
  return new JournalFile(stream, surroundings.onFailure);
}

function failureOf({ problem }: ProjectState, cause: unknown): Error {
  if (problem !== undefined) return new Error(problem, { cause });
  return cause instanceof Error ? cause : new Error(String(cause));
}

/** How many bytes wait for a slow disk; more are left out. */
const mostWaiting = 4 * 1024 ** 2;

class JournalFile implements Journal {
  readonly #stream: WriteStream;
  readonly #onFailure: (cause: Error) => void;
  #failed = false;
  #isFailureSaid = false;

  constructor(stream: WriteStream, onFailure: (cause: Error) => void) {
    this.#stream = stream;
    this.#onFailure = onFailure;
    stream.on("error", (cause) => {
      this.#failed = true;
      this.#sayFailure(cause);
    });
  }

  write(line: JournalLine): void {
    if (this.#failed || this.#stream.writableEnded) return;
    const text = `${JSON.stringify(line)}\n`;
    const fits = this.#stream.writableLength + text.length <= mostWaiting;
    if (fits || line.type === "end") this.#stream.write(text);
    else this.#sayFailure(new Error("the disk is too slow, so lines are left out"));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#failed || this.#stream.closed) return resolve();
      this.#stream.once("close", resolve);
      this.#stream.end();
    });
  }

  #sayFailure(cause: Error): void {
    if (!this.#isFailureSaid) this.#onFailure(cause);
    this.#isFailureSaid = true;
  }
}
