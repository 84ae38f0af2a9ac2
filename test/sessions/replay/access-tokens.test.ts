import { expect, test } from "vitest";
import type { Presenter } from "../../../src/authentication/index.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { startHandler } from "../../harness/handler.ts";
import { numbered, replayOptions, startReplay } from "../../harness/replay-run.ts";

/** Presents what `get` gives, and counts how often it was refused. */
function presenterOf(get: Presenter["headersFor"]) {
  const refusals = { count: 0 };
  const presenter: Presenter = {
    headersFor: get,
    preview: () => [],
    refused: () => void (refusals.count += 1),
  };
  return { refusals, presenting: { presenterFor: () => presenter } };
}

const bearer = (value: string) => [{ name: "authorization", value: `Bearer ${value}`, inShell: "''" }];

test("an access token that cannot be had is a failed delivery, and nothing is sent", async () => {
  const handler = await startHandler();
  const { presenting } = presenterOf(async () => ({ failure: "nothing listens at http://localhost:1/oauth2/token" }));
  const { notices, result } = startReplay(replayOptions(numbered(2), handler.url, { presenting }));
  expect(await result).toMatchObject({ sent: 2, failed: 2, reachedAny: false });
  expect(notices.map((notice) => notice.kind === "replayed" && notice.attempt)).toEqual(
    [1, 2].map(() => ({
      outcome: "failed",
      reason: "no access token",
      detail: "no access token: nothing listens at http://localhost:1/oauth2/token",
      durationMs: 0,
    })),
  );
  expect(handler.bodies()).toEqual([]);
});

test("each delivery asks for what is presented, and a 401 is told to what presents it", async () => {
  const handler = await startHandler(() => (handler.bodies().length === 1 ? 401 : 200));
  let asked = 0;
  const { presenting, refusals } = presenterOf(async () => bearer(`number-${(asked += 1)}`));
  await startReplay(replayOptions(numbered(2), handler.url, { presenting })).result;
  expect(handler.headers().map((lines) => lines.find((line) => line.startsWith("authorization")))).toEqual([
    "authorization: Bearer number-1",
    "authorization: Bearer number-2",
  ]);
  expect(refusals.count).toBe(1);
});

test("Ctrl-C does not wait for an access token that never comes", async () => {
  const handler = await startHandler();
  const clock = manualClock();
  const interruption = new AbortController();
  let told = (): void => undefined;
  const asked = new Promise<void>((resolve) => (told = resolve));
  const { presenting } = presenterOf(() => {
    told();
    return new Promise(() => undefined);
  });
  const { notices, result } = startReplay(replayOptions(numbered(1), handler.url, { presenting }), {
    clock,
    signal: interruption.signal,
  });
  await asked;
  interruption.abort();
  expect(await result).toMatchObject({ interrupted: true, succeeded: 0 });
  expect(notices).toMatchObject([
    { kind: "stopping", inFlight: 1 },
    { kind: "replayed", attempt: { outcome: "failed", reason: "cancelled" } },
  ]);
});
