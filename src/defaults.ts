/** What `listen` does where nothing else is asked for. Times in ms, sizes in bytes. */
export const listenDefaults = {
  host: "127.0.0.1",
  port: 4747,
  maxBodyBytes: 5 * 1024 * 1024,
  fixtures: "fixtures",
  redact: [],
  answerWithHandlers: false,
  timeoutMs: 30_000,
  skipVerify: false,
};

/** The same of `simulate`. */
export const simulateDefaults = {
  port: 4748,
  apiClient: "demo:demo-secret",
  perSecond: 1,
  timeScale: 1,
  duplicatePercent: 0,
  outageMs: 0,
};

/** The same of `replay`, and of what sends as it does. Times in ms. */
export const replayDefaults = {
  times: 1,
  concurrency: 1,
  timeoutMs: listenDefaults.timeoutMs,
  expected: [{ from: 200, to: 299 }],
  waitMs: 0,
  skipVerify: listenDefaults.skipVerify,
};
