import { expect, test } from "vitest";
import { parsePatterns } from "../../../src/events/index.ts";
import { replayOptions, replayable, numbered, startReplay } from "../../harness/replay-run.ts";
import { startHandler } from "../../harness/handler.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";

const notes = (bodies: string[]) => bodies.map((body) => JSON.parse(body).note);

test("one at a time keeps the order", async () => {
  const handler = await startHandler();
  const result = await startReplay(replayOptions(numbered(20), handler.url)).result;
  expect(notes(handler.bodies())).toEqual(Array.from({ length: 20 }, (_, number) => number));
  expect(result).toMatchObject({ selected: 20, sent: 20, succeeded: 20, failed: 0, interrupted: false });
});

test("an event goes to every target that takes it, before the next one", async () => {
  const handler = await startHandler();
  const targets = [`${handler.url}/first`, `${handler.url}/second`];
  const { notices, result } = startReplay(replayOptions(numbered(2), targets));
  await result;
  expect(notices.map((notice) => notice.kind === "replayed" && [notice.name, notice.target.slice(-6)])).toEqual([
    ["0.json", "/first"],
    ["0.json", "second"],
    ["1.json", "/first"],
    ["1.json", "second"],
  ]);
});

test("n at once are n and never more", async () => {
  let now = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const server = await startRawServer((socket) => {
    now += 1;
    most = Math.max(most, now);
    waiting.push(() => {
      now -= 1;
      socket.write(answerWith(200));
    });
    // Nobody is answered before so many are there at once, or the rest of them.
    if (waiting.length === 5 || server.requests.length === 23) for (const answer of waiting.splice(0)) answer();
  });
  const result = await startReplay(replayOptions(numbered(23), server.url, { concurrency: 5 })).result;
  expect([result.succeeded, most]).toEqual([23, 5]);
});

test("more at once than there are events is no more than that", async () => {
  const handler = await startHandler();
  const result = await startReplay(replayOptions(numbered(2), handler.url, { concurrency: 10_000 })).result;
  expect([result.succeeded, notes(handler.bodies()).toSorted()]).toEqual([2, [0, 1]]);
});

test("n times sends the same bytes n times, each fixture's before the next one's", async () => {
  const handler = await startHandler();
  const result = await startReplay(replayOptions(numbered(2), handler.url, { times: 3 })).result;
  expect([notes(handler.bodies()), result.selected, result.sent]).toEqual([[0, 0, 0, 1, 1, 1], 2, 6]);
});

test("deliveries are numbered in the order in which they ended", async () => {
  const handler = await startHandler();
  const { notices, result } = startReplay(replayOptions(numbered(3), handler.url));
  await result;
  expect(notices.map((notice) => notice.kind === "replayed" && notice.number)).toEqual([1, 2, 3]);
});

test("only the events that were asked for are selected", async () => {
  const handler = await startHandler();
  const fixtures = [
    replayable({ event: "user.added", payload: { note: "user" } }),
    replayable({ event: "order.added", payload: { note: "order" } }),
  ];
  const options = replayOptions(fixtures, handler.url, { criteria: { events: parsePatterns("!user"), where: [] } });
  const result = await startReplay(options).result;
  expect([notes(handler.bodies()), result.selected]).toEqual([["order"], 1]);
});

test("each target gets its own events, and what nobody takes is counted", async () => {
  const handler = await startHandler();
  const fixtures = ["user.added", "order.added", "company.added"].map((event) =>
    replayable({ event, payload: { note: event } }),
  );
  const targets = [`user=${handler.url}/`, `user,order=${handler.url}/`];
  const result = await startReplay(replayOptions(fixtures, targets)).result;
  expect(notes(handler.bodies())).toEqual(["user.added", "user.added", "order.added"]);
  expect(result).toMatchObject({ selected: 3, sent: 3, untaken: 1 });
});

test("a fixture with targets of its own goes to those alone", async () => {
  const handler = await startHandler();
  const [first, ...others] = numbered(2);
  const { targets } = replayOptions([], `${handler.url}/failed-before`);
  const result = await startReplay(replayOptions([{ ...first, name: "0", load: others[0]?.load ?? fail, targets }], []))
    .result;
  expect([result.succeeded, notes(handler.bodies())]).toEqual([1, [1]]);
});

const fail = () => Promise.reject(new Error("There is no fixture."));
