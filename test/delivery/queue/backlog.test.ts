import { expect, test } from "vitest";
import { Backlog } from "../../../src/delivery/queue/backlog.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";

const fixtureText = () => "{}";
const numbered = (n: number, recorded = true) =>
  outgoingEvent({
    event: "order.added",
    fixtureText,
    uuid: `uuid-0000-${n}`,
    body: Buffer.alloc(10),
    ...(recorded && { file: `${n}.json` }),
  });

test("past its limit it holds where an event is recorded, and not the event", () => {
  const backlog = new Backlog<number>({ events: 2, bytes: 1_000 });
  for (const n of [0, 1, 2, 3]) backlog.add(numbered(n), [["authorization", `secret ${n}`]], n);
  expect([backlog.take(), backlog.take(), backlog.take(), backlog.take()?.ticket, backlog.take()]).toEqual([
    { kind: "held", ticket: 0, event: numbered(0) },
    { kind: "held", ticket: 1, event: numbered(1) },
    {
      kind: "stored",
      ticket: 2,
      stored: { event: "order.added", uuid: "uuid-0000-2", file: "2.json", withheld: [["authorization", "secret 2"]] },
    },
    3,
    undefined,
  ]);
});

test("many bytes fill it too", () => {
  const backlog = new Backlog<number>({ events: 1_000, bytes: 25 });
  for (const n of [0, 1, 2]) backlog.add(numbered(n), [], n);
  expect([backlog.take(), backlog.take(), backlog.take()].map((one) => one?.kind)).toEqual(["held", "held", "stored"]);
});

test("what is taken makes room", () => {
  const backlog = new Backlog<number>({ events: 1, bytes: 1_000 });
  const kinds = [0, 1, 2].map((n) => {
    backlog.add(numbered(n), [], n);
    return backlog.take()?.kind;
  });
  expect(kinds).toEqual(["held", "held", "held"]);
});

test("what is taken makes room for its bytes", () => {
  const backlog = new Backlog<number>({ events: 1_000, bytes: 25 });
  for (const n of [0, 1]) backlog.add(numbered(n), [], n);
  backlog.take();
  backlog.add(numbered(2), [], 2);
  expect([backlog.take(), backlog.take()].map((one) => one?.kind)).toEqual(["held", "held"]);
});

test("of events that are recorded nowhere the oldest is dropped", () => {
  const backlog = new Backlog<number>({ events: 3, bytes: 10 });
  const dropped = [0, 1, 2, 3, 4].map((n) => backlog.add(numbered(n, false), [], n)?.ticket);
  expect(dropped).toEqual([undefined, undefined, undefined, 0, 1]);
  expect([backlog.take(), backlog.take(), backlog.take(), backlog.take()].map((one) => one?.ticket)).toEqual([
    2,
    3,
    4,
    undefined,
  ]);
});

test("a recorded event is never dropped for one that is not", () => {
  const backlog = new Backlog<number>({ events: 2, bytes: 1_000 });
  const dropped = [true, false, false].map((recorded, n) => backlog.add(numbered(n, recorded), [], n)?.ticket);
  expect(dropped).toEqual([undefined, undefined, 1]);
  expect([backlog.take()?.ticket, backlog.take()?.ticket, backlog.take()]).toEqual([0, 2, undefined]);
});

test("a hundred thousand leave in the order in which they came", () => {
  const backlog = new Backlog<number>({ events: 10, bytes: 1_000 });
  const event = numbered(0);
  for (let n = 0; n < 100_000; n += 1) backlog.add(event, [], n);
  const tickets = Array.from({ length: 100_000 }, () => backlog.take()?.ticket);
  expect(tickets).toEqual(Array.from({ length: 100_000 }, (_, n) => n));
});
