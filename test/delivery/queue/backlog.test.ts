import { expect, test } from "vitest";
import { Backlog, type BacklogEntry } from "../../../src/delivery/queue/backlog.ts";
import { HeldBytes, placeBytes, wholeBytes } from "../../../src/delivery/queue/held-bytes.ts";
import type { StoredEvent } from "../../../src/delivery/index.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { queuedEvent } from "../../harness/queued.ts";

const outgoing = outgoingEvent({ body: Buffer.alloc(10) });
/** Of one event that waits. */
const [whole, place] = [wholeBytes(outgoing), placeBytes(numbered(0))];

function numbered(n: number, different: Partial<StoredEvent> = {}): StoredEvent {
  return { ...queuedEvent(outgoing), file: `${n}.json`, ...different };
}

const unrecorded = (n: number) => queuedEvent(outgoing, { uuid: `${n}` });

/** A backlog, and the uuids of what it dropped. */
function openBacklog({ held = new HeldBytes(), limit = 1_000 } = {}) {
  const dropped: (string | undefined)[] = [];
  const backlog = new Backlog({ held, limit, dropped: ({ queued }) => dropped.push(queued.uuid) });
  return { backlog, dropped };
}

function takeAll(backlog: Backlog): BacklogEntry[] {
  const entries: BacklogEntry[] = [];
  for (let next = backlog.take(); next !== undefined; next = backlog.take()) entries.push(next);
  return entries;
}

const areWhole = (backlog: Backlog) => takeAll(backlog).map((one) => one.outgoing !== undefined);
const uuids = (backlog: Backlog) => takeAll(backlog).map(({ queued }) => queued.uuid);

test("past its limit it holds where an event is recorded, and not the event", () => {
  const { backlog } = openBacklog({ limit: 2 });
  const queued = [0, 1, 2].map((n) => numbered(n));
  for (const one of queued) backlog.add(one, outgoing, 7);
  expect(takeAll(backlog)).toEqual([
    { queued: queued[0], cameAtMs: 7, outgoing },
    { queued: queued[1], cameAtMs: 7, outgoing },
    { queued: queued[2], cameAtMs: 7 },
  ]);
});

test("many bytes fill it too, of all targets together", () => {
  const held = new HeldBytes({ whole: 2 * whole, places: 1_000_000 });
  const [one, other] = [openBacklog({ held }).backlog, openBacklog({ held }).backlog];
  for (const backlog of [one, other, one]) backlog.add(numbered(0), outgoing, 0);
  expect([areWhole(one), areWhole(other)]).toEqual([[true, false], [true]]);
});

test("what is taken makes room for as many events, and as many bytes", () => {
  const held = new HeldBytes({ whole, places: 1_000_000 });
  for (const { backlog } of [openBacklog({ limit: 1 }), openBacklog({ held })]) {
    const first = [0, 1].map((n) => (backlog.add(numbered(n), outgoing, 0), areWhole(backlog)));
    expect(first).toEqual([[true], [true]]);
  }
});

test("one event that is larger than all the room waits whole where nothing else does", () => {
  const { backlog, dropped } = openBacklog({ held: new HeldBytes({ whole: 10, places: 10 }) });
  backlog.add(unrecorded(0), outgoing, 0);
  expect([uuids(backlog), dropped]).toEqual([["0"], []]);
});

test("headers and queries count as bodies do", () => {
  const large = outgoingEvent({ headers: [["x-large", "x".repeat(1_000)]], query: "q".repeat(1_000) });
  const small = outgoingEvent({ headers: [["x-large", ""]], query: "" });
  expect(wholeBytes(large) - wholeBytes(small)).toBe(2_000);
  expect(placeBytes(numbered(0, { withheld: large.headers })) - place).toBe(1_000 + "x-large".length + 100);
});

test("of events that are recorded nowhere the oldest is dropped where too many wait", () => {
  const { backlog, dropped } = openBacklog({ limit: 3 });
  for (const n of [0, 1, 2, 3, 4]) backlog.add(unrecorded(n), outgoing, 0);
  expect([dropped, uuids(backlog)]).toEqual([
    ["0", "1"],
    ["2", "3", "4"],
  ]);
});

test("many bytes drop it too, at whichever target it waits", () => {
  const held = new HeldBytes({ whole: 2 * whole, places: 1_000_000 });
  const [one, other] = [openBacklog({ held }), openBacklog({ held })];
  one.backlog.add(unrecorded(0), outgoing, 0);
  other.backlog.add(unrecorded(1), outgoing, 0);
  other.backlog.add(unrecorded(2), outgoing, 0);
  expect([one.dropped, other.dropped, uuids(one.backlog), uuids(other.backlog)]).toEqual([["0"], [], [], ["1", "2"]]);
});

test("a recorded event is never dropped for one that is not", () => {
  const held = () => new HeldBytes({ whole: 2 * whole, places: 1_000_000 });
  for (const { backlog, dropped } of [openBacklog({ limit: 2 }), openBacklog({ held: held() })]) {
    for (const queued of [numbered(0, { uuid: "0" }), unrecorded(1), unrecorded(2)]) backlog.add(queued, outgoing, 0);
    expect([dropped, uuids(backlog)]).toEqual([["1"], ["0", "2"]]);
  }
});

test("one for which there is no room among recorded ones is dropped itself", () => {
  const { backlog, dropped } = openBacklog({ held: new HeldBytes({ whole, places: 1_000_000 }) });
  backlog.add(numbered(0, { uuid: "0" }), outgoing, 0);
  backlog.add(unrecorded(1), outgoing, 0);
  expect([dropped, uuids(backlog)]).toEqual([["1"], ["0"]]);
});

test("of places too there are only so many, but for what is sent again", () => {
  const { backlog } = openBacklog({ held: new HeldBytes({ whole, places: 2 * place }), limit: 0 });
  const waits = [0, 1, 2].map((n) => backlog.add(numbered(n), outgoing, 0));
  waits.push(backlog.addStored(numbered(3, { isResent: true }), 0));
  expect(waits).toEqual([true, true, false, true]);
  expect(takeAll(backlog).map(({ queued }) => queued.file)).toEqual(["0.json", "1.json", "3.json"]);
});

test("what is taken makes room for its place", () => {
  const { backlog } = openBacklog({ held: new HeldBytes({ whole, places: place }), limit: 0 });
  expect([0, 1].map((n) => [backlog.add(numbered(n), outgoing, 0), takeAll(backlog).length])).toEqual([
    [true, 1],
    [true, 1],
  ]);
});

test("a hundred thousand leave in the order in which they came", () => {
  const { backlog } = openBacklog({ held: new HeldBytes({ whole, places: Infinity }), limit: 10 });
  for (let n = 0; n < 100_000; n += 1) backlog.add(numbered(0), outgoing, n);
  const came = takeAll(backlog).map(({ cameAtMs }) => cameAtMs);
  expect(came).toEqual(Array.from({ length: 100_000 }, (_, n) => n));
});
