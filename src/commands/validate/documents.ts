import type { Clock } from "../../clock.ts";
import { HooksError } from "../../errors.ts";
import { documentsIn, type SelectedDocument, type SelectedFixture } from "../../fixtures/selection/index.ts";

export interface UnreadableFile {
  name: string;
  file?: string;
  error: HooksError;
}

/** Each document of what was selected, read when it is its turn; a file that cannot be read stops none of the others. */
export async function* selectedDocuments(
  selection: AsyncIterable<SelectedFixture>,
  clock: Clock,
): AsyncGenerator<SelectedDocument | UnreadableFile> {
  for await (const selected of selection) {
    try {
      yield* documentsIn(selected, clock);
    } catch (cause) {
      if (!(cause instanceof HooksError)) throw cause;
      const { name, file } = selected;
      yield { name, ...(file !== undefined && { file }), error: cause };
    }
    if (isMarkup(selected)) return;
  }
}

/** XML over standard input is one document that is not JSON, rather than one for each of its lines. */
function isMarkup({ came }: SelectedFixture): boolean {
  return came !== undefined && /^\s*</.test(came.bytes.subarray(0, 100).toString("latin1"));
}
