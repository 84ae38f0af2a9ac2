import { journalFiles, readJournal } from "./journal.ts";
import type { ProjectState } from "./project.ts";

/** The folder, absolute, in which a `listen` of the project recorded last; undefined where no journal knows of any. */
export async function lastRecordedIn(state: ProjectState): Promise<string | undefined> {
  for (const { file } of await journalFiles(state, ["listen"])) {
    const lines = await readJournal(file);
    const hasRecorded = lines.some((line) => line.type === "received" && line.file !== undefined);
    const start = lines.find((line) => line.type === "start");
    if (hasRecorded && start !== undefined && start.fixtures !== "") return start.fixtures;
  }
  return undefined;
}
