import { expect, test } from "vitest";
import type { Replayable, ReplayNotice } from "../../../src/sessions/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { alteration, numbered, replayOptions, startReplay } from "../../harness/replay-run.ts";

const outcomes = (notices: ReplayNotice[]) =>
  notices.map((notice) => notice.kind === "replayed" && [notice.name, notice.attempt.outcome]);

test("after an interruption nothing else sets out", async () => {
  const interruption = new AbortController();
  const handler = await startHandler((body) => {
    if (JSON.parse(body).note === 2) interruption.abort();
    return 200;
  });
  const { signal } = interruption;
  const result = await startReplay(replayOptions(numbered(9), handler.url), { signal }).result;
  expect([handler.bodies().length, result.sent, result.succeeded, result.interrupted]).toEqual([3, 3, 3, true]);
});

test("what is on its way then may still arrive", async () => {
  const interruption = new AbortController();
  const server = await startRawServer((socket, number) => {
    if (number === 2) interruption.abort();
    // Both are answered in the second that follows.
    if (number === 2) for (const one of server.connections) one.write(answerWith(200));
    void socket;
  });
  const { signal } = interruption;
  const { notices, result } = startReplay(replayOptions(numbered(9), server.url, { concurrency: 2 }), { signal });
  expect(await result).toMatchObject({ sent: 2, succeeded: 2, interrupted: true });
  expect(outcomes(notices)).toEqual([false, ["0.json", "accepted"], ["1.json", "accepted"]]);
  expect(notices[0]).toEqual({ kind: "stopping", inFlight: 2 });
});

test("what hangs is waited for until its time is over", async () => {
  const clock = manualClock();
  const interruption = new AbortController();
  const server = await startRawServer(() => undefined);
  const { signal } = interruption;
  const options = replayOptions(numbered(3), server.url, { timeoutMs: 7_000 });
  const { notices, result } = startReplay(options, { clock, signal });
  await server.untilRequests(1);
  interruption.abort();
  await clock.advance(6_999);
  expect(notices).toEqual([{ kind: "stopping", inFlight: 1 }]);
  await clock.advance(1);
  expect(await result).toMatchObject({ sent: 1, failed: 1, failures: [{ why: "timed out", count: 1 }] });
});

test("a run whose interruption came first sends nothing", async () => {
  const handler = await startHandler();
  const options = replayOptions(numbered(3), handler.url, { alteration: alteration({ unset: ["nowhere"] }) });
  const { notices, result } = startReplay(options, { signal: AbortSignal.abort() });
  expect(await result).toMatchObject({ sent: 0, interrupted: true });
  expect([handler.bodies(), notices]).toEqual([[], []]);
});

test("standard input that gives nothing any more does not keep an interrupted run", async () => {
  const handler = await startHandler();
  const interruption = new AbortController();
  const fixtures = {
    async *[Symbol.asyncIterator](): AsyncGenerator<Replayable> {
      yield* numbered(2).map(({ name, load }) => ({ name, load }));
      await new Promise(() => undefined);
    },
  };
  const notify = ({ kind }: ReplayNotice) => {
    if (kind === "replayed" && handler.bodies().length === 2) setImmediate(() => interruption.abort());
  };
  const { result } = startReplay(replayOptions(fixtures, handler.url), { notify, signal: interruption.signal });
  expect(await result).toMatchObject({ sent: 2, interrupted: true });
});

test("a run that is interrupted does not say which paths it did not come to", async () => {
  const interruption = new AbortController();
  const handler = await startHandler(() => {
    interruption.abort();
    return 200;
  });
  const options = replayOptions(numbered(3), handler.url, { alteration: alteration({ unset: ["nowhere"] }) });
  const { notices, result } = startReplay(options, { signal: interruption.signal });
  await result;
  expect(notices.filter(({ kind }) => kind === "warning")).toEqual([]);
});
