import { join } from "node:path";
import type { UnwrittenRecording } from "../../src/fixtures/store/writer/recording-writer.ts";

/** Its file can be written nowhere: a log does without. */
export function unwrittenRecording(content: string): UnwrittenRecording {
  return { name: "user.added/20261123T140511123Z-429afed8.json", content, temporary: nowhere, wanted: nowhere };
}

const nowhere = join(import.meta.filename, "none");
