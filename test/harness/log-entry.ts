import { logLine, type LoggedRecording } from "../../src/fixtures/store/log-format.ts";

/** As it stands in a log. */
export function logEntry(recording: LoggedRecording): Buffer {
  return Buffer.concat([logLine(recording), recording.content]);
}
