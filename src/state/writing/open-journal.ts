import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { ProjectState } from "../project.ts";
import { removeOldJournals } from "../retention.ts";
import type { Journal, JournalSurroundings } from "./journal-writing.ts";
import { RunJournal } from "./run-journal.ts";
import { StreamedJournal } from "./streamed-journal.ts";

/** One NDJSON file a session in the project's state folder; `retention.ts` says how long it is kept. */
export async function openJournal(state: ProjectState, surroundings: JournalSurroundings): Promise<Journal> {
  const { clock, command, processId, onFailure } = surroundings;
  const folder = join(state.folder, "journal");
  const at = clock.now();
  try {
    await makeFolder(folder);
    await removeOldJournals(folder, at);
  } catch (cause) {
    onFailure(failureOf(state, cause));
    return { write: () => undefined, flush: () => undefined, close: () => Promise.resolve() };
  }
  const stamp = at.toISOString().replace(/[-:.]/g, "");
  const file = join(folder, `${stamp}-${processId}-${command}.ndjson`);
  return command === "replay"
    ? new RunJournal(file, surroundings)
    : new StreamedJournal(createWriteStream(file, { mode: 0o600 }), surroundings);
}

function failureOf({ problem }: ProjectState, cause: unknown): Error {
  if (problem !== undefined) return new Error(problem, { cause });
  return cause instanceof Error ? cause : new Error(String(cause));
}
