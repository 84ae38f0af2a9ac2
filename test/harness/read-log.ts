import { open } from "node:fs/promises";
import { readLog, type LoggedRecording } from "../../src/fixtures/store/log-format.ts";
import { collect } from "./collect.ts";

/** Their contents alone. */
export async function contentsInLog(path: string): Promise<string[]> {
  return (await recordingsInLog(path)).map(({ content }) => content.toString());
}

/** What a start would find in a log. */
export async function recordingsInLog(path: string): Promise<LoggedRecording[]> {
  const file = await open(path);
  try {
    return await collect(readLog(file));
  } finally {
    await file.close();
  }
}
