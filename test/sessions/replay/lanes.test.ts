import { expect, test } from "vitest";
import type { Replayable } from "../../../src/sessions/index.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";

/** An event of a resource; `note` tells it from others. */
function eventOf(uuid: string | undefined, note: number): Replayable {
  const resource = { type: "SUBSCRIPTION", ...(uuid !== undefined && { uuid }) };
  return replayable({ event: "subscription.changed", payload: { resource, note } }, `${note}.json`);
}

/** A handler that answers when it is told to, the event with that note. */
async function heldHandler() {
  const waiting = new Map<number, () => void>();
  const came: number[] = [];
  const server = await startRawServer((socket) => {
    const { note } = JSON.parse((server.requests.at(-1) ?? "").split("\r\n\r\n")[1] ?? "{}") as { note: number };
    came.push(note);
    waiting.set(note, () => socket.write(answerWith(200)));
  });
  return {
    url: server.url,
    came,
    untilCame: (count: number) => server.untilRequests(count),
    answer: (note: number) => waiting.get(note)?.(),
  };
}

test("events of one resource keep their order, others run beside them", async () => {
  const handler = await heldHandler();
  const fixtures = [eventOf("one", 1), eventOf("one", 2), eventOf("two", 3), eventOf("one", 4), eventOf("two", 5)];
  const { result } = startReplay(replayOptions(fixtures, handler.url, { concurrency: 10 }));
  await handler.untilCame(2);
  expect(handler.came.toSorted()).toEqual([1, 3]);
  handler.answer(3);
  await handler.untilCame(3);
  expect(handler.came.at(-1)).toBe(5);
  handler.answer(1);
  await handler.untilCame(4);
  expect(handler.came.at(-1)).toBe(2);
  handler.answer(2);
  await handler.untilCame(5);
  expect(handler.came.at(-1)).toBe(4);
  for (const note of [4, 5]) handler.answer(note);
  expect(await result).toMatchObject({ sent: 5, succeeded: 5 });
});

test("with all in order one event follows the other, however many may be sent at once", async () => {
  const handler = await heldHandler();
  const fixtures = [eventOf("one", 1), eventOf("two", 2), eventOf(undefined, 3)];
  const { result } = startReplay(replayOptions(fixtures, handler.url, { concurrency: 10, order: "all" }));
  for (const note of [1, 2, 3]) {
    await handler.untilCame(note);
    expect(handler.came).toEqual([1, 2, 3].slice(0, note));
    handler.answer(note);
  }
  expect(await result).toMatchObject({ succeeded: 3 });
});

test("without an order nothing waits, and what names no resource waits for nothing anyway", async () => {
  for (const { fixtures, order } of [
    { fixtures: [eventOf("one", 1), eventOf("one", 2)], order: "none" },
    { fixtures: [eventOf(undefined, 1), eventOf(undefined, 2)], order: "resource" },
  ] as const) {
    const handler = await heldHandler();
    const { result } = startReplay(replayOptions(fixtures, handler.url, { concurrency: 10, order }));
    await handler.untilCame(2);
    for (const note of [1, 2]) handler.answer(note);
    expect(await result).toMatchObject({ succeeded: 2 });
  }
});

test("copies of one event run side by side, and the next of its resource waits for all of them", async () => {
  const came: string[] = [];
  const answers: (() => void)[] = [];
  const server = await startRawServer((socket) => {
    const { note } = JSON.parse((server.requests.at(-1) ?? "").split("\r\n\r\n")[1] ?? "{}") as { note: number };
    came.push(String(note));
    answers.push(() => socket.write(answerWith(200)));
  });
  const options = { concurrency: 3, times: 3 };
  const { result } = startReplay(replayOptions([eventOf("one", 1), eventOf("one", 2)], server.url, options));
  await server.untilRequests(3);
  for (const answer of answers.splice(0, 2)) answer();
  answers.splice(0, 1)[0]?.();
  await server.untilRequests(6);
  expect(came).toEqual(["1", "1", "1", "2", "2", "2"]);
  for (const answer of answers) answer();
  expect(await result).toMatchObject({ sent: 6, succeeded: 6 });
});

test("each target has an order of its own", async () => {
  const slow = await heldHandler();
  const quick = await heldHandler();
  const fixtures = [eventOf("one", 1), eventOf("one", 2)];
  const { result } = startReplay(replayOptions(fixtures, [slow.url, quick.url], { concurrency: 10 }));
  await quick.untilCame(1);
  quick.answer(1);
  await quick.untilCame(2);
  quick.answer(2);
  await slow.untilCame(1);
  slow.answer(1);
  await slow.untilCame(2);
  slow.answer(2);
  expect(await result).toMatchObject({ sent: 4, succeeded: 4 });
});
