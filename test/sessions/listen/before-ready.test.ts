import { expect, test } from "vitest";
import type { Notice } from "../../../src/sessions/index.ts";
import { readLastJournal } from "../../../src/state/index.ts";
import { behind, localOf, path, untilSettled, up } from "../../harness/behind-tunnel.ts";
import { listening } from "../../harness/listening.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { post } from "../../harness/post.ts";
import { recordedFixtures } from "../../harness/recordings.ts";
import { rejection } from "../../harness/rejection.ts";
import { scriptedTunnel } from "../../harness/scripted-tunnel.ts";
import { statePlace } from "../../harness/state-place.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

test("an event that comes before it is ready is recorded, and told after that", async () => {
  const script = scriptedTunnel();
  const state = await statePlace();
  const opened = listening(behind(script), { state });
  const local = await localOf(script);
  expect((await post(local + path, webhook())).status).toBe(200);
  script.tell(up);
  const { said, end } = await opened;
  expect(said.map(({ kind }) => kind)).toEqual(["tunnel", "ready", "event"]);
  await end();
  const journal = await readLastJournal(state, ["listen"]);
  expect(journal.map(({ type }) => type)).toEqual(["start", "received", "end"]);
});

test("more than is kept until it is ready is recorded and counted, and said to be not shown", async () => {
  const script = scriptedTunnel();
  const opened = listening(behind(script));
  const local = await localOf(script);
  for (const number of [1, 2, 3, 4]) {
    const body = numberedWebhook(number, { note: "n".repeat(1_500_000) });
    expect((await post(local + path, body)).status).toBe(200);
  }
  script.tell(up);
  const { said, folder, end } = await opened;
  expect(said.map(({ kind }) => kind)).toEqual(["tunnel", "ready", "event", "event", "warning"]);
  expect(said.at(-1)).toMatchObject({ about: "not shown", notices: 2 });
  expect(await recordedFixtures(folder)).toHaveLength(4);
  expect((await end()).notice).toMatchObject({ events: { "user.added": 4 } });
});

test("Ctrl-C before there is an address ends it as an end that was asked for", async () => {
  const script = scriptedTunnel();
  const interruption = new AbortController();
  const opened = listening(behind(script), { signal: interruption.signal });
  await localOf(script);
  interruption.abort();
  const { said, session } = await opened;
  expect([said.map(({ kind }) => kind), await session.ended]).toEqual([
    ["tunnel", "end"],
    { interrupted: true, failed: false, missing: false },
  ]);
  expect(script.closed).toBeGreaterThan(0);
});

test("an event that came before the end, and before there was an address, is told in its order", async () => {
  const script = scriptedTunnel();
  const interruption = new AbortController();
  const opened = listening(behind(script), { signal: interruption.signal });
  const local = await localOf(script);
  expect((await post(local + path, webhook())).status).toBe(200);
  interruption.abort();
  const { said, session, notices } = await opened;
  await session.ended;
  expect(said.map(({ kind }) => kind)).toEqual(["tunnel", "ready", "event", "end"]);
  expect(notices("ready")).toMatchObject([{ url: `${local}${path}` }]);
});

test("where no tunnel came, the error is all there is to say", async () => {
  const script = scriptedTunnel();
  const clock = manualClock();
  const kinds: string[] = [];
  const view = { show: ({ kind }: Notice) => void kinds.push(kind), close: () => Promise.resolve() };
  const failed = rejection(listening(behind(script), { clock, views: [view] }));
  await clock.untilSleepingFor(60_000);
  await clock.advance(60_000);
  await untilSettled(failed, clock);
  expect(kinds).toEqual(["listening", "tunnel"]);
});
