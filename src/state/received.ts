import { normalize, sep } from "node:path";
import { systemCode } from "../errors.ts";
import { form, journalFiles, parseLine } from "./journal.ts";
import { firstLine, linesBackwards } from "./lines-backwards.ts";
import type { ProjectState } from "./project.ts";

/** An event that a session received and recorded. */
export interface ReceivedRecording {
  uuid: string;
  /** Absolute. */
  file: string;
}

/**
 * What sessions of the project recorded below `folder`, which is absolute, as their journals tell it: the latest first,
 * an event that came again as often as it came. Journals are read from their ends, one after another, and only as far
 * as is asked for; one that cannot be read, or is of another form, is passed over.
 */
export async function* receivedIn(state: ProjectState, folder: string): AsyncGenerator<ReceivedRecording> {
  for (const { file } of await journalFiles(state, ["listen"])) {
    try {
      if (await isOfOurForm(file)) yield* recordedIn(file, folder.endsWith(sep) ? folder : folder + sep);
    } catch (cause) {
      if (systemCode(cause) === undefined) throw cause;
    }
  }
}

async function isOfOurForm(journal: string): Promise<boolean> {
  const start = parseLine(await firstLine(journal));
  return start === undefined || start.type !== "start" || start.form === form;
}

async function* recordedIn(journal: string, beginning: string): AsyncGenerator<ReceivedRecording> {
  for await (const lines of linesBackwards(journal)) {
    for (const text of lines) {
      if (!text.startsWith('{"type":"received"')) continue; // others need not be parsed
      const line = parseLine(text);
      if (line?.type !== "received" || line.uuid === undefined || line.file === undefined) continue;
      const file = normalize(line.file); // `..` leads elsewhere
      if (file.startsWith(beginning)) yield { uuid: line.uuid, file };
    }
  }
}
