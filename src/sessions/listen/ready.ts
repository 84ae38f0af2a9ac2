import type { ReadyLine } from "../../listen-line/index.ts";
import { writeWhole } from "../../whole-file.ts";
import { readyFileUnwritable } from "../sentences.ts";

/** What a program that waits for the listener reads: the same as the first line of `--json`. */
export interface ReadyFacts {
  url: string;
  local: string;
  /** The kind of tunnel, if there is one. */
  tunnel?: string;
  pid: number;
  /** Undefined with `--no-record`. */
  fixtures?: string;
  /** Where access tokens are had, if the listener issues any. */
  tokenUrl?: string;
}

/** Whole or not at all, for who waits for it reads it as soon as it is there. Throws `HooksError` FOLDER_UNWRITABLE, with what asked for it. */
export async function writeReadyFile(file: string, facts: ReadyFacts, { named }: { named: string }): Promise<void> {
  try {
    await writeWhole(file, `${JSON.stringify(lineOf(facts))}\n`, { by: facts.pid });
  } catch (cause) {
    throw readyFileUnwritable(file, named, cause);
  }
}

/** As `listen --json` has it. */
function lineOf({ url, local, tunnel, pid, fixtures, tokenUrl }: ReadyFacts): ReadyLine {
  return { type: "ready", url, local, pid, fixtures, tunnel, tokenUrl };
}
