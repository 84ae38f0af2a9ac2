import type { ListenOptions } from "./listen/options.ts";
import type { ReplayOptions } from "./replay/options.ts";

// Types alone are imported here: the table of options reads this at every start. Times in ms, sizes in bytes.

/** What `listen` does where nothing else is asked for. */
export const listenDefaults = {
  host: "127.0.0.1",
  port: 4747,
  maxBodyBytes: 5 * 1024 * 1024,
  fixtures: "fixtures",
  redact: [],
  answerWithHandlers: false,
  timeoutMs: 30_000,
  skipVerify: false,
} satisfies Partial<ListenOptions>;

/** The same of `replay`, and of what sends as it does. */
export const replayDefaults = {
  times: 1,
  concurrency: 1,
  timeoutMs: listenDefaults.timeoutMs,
  expected: [{ from: 200, to: 299 }],
  waitMs: 0,
  skipVerify: listenDefaults.skipVerify,
} satisfies Partial<ReplayOptions> & { waitMs: number };
