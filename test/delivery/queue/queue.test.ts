import { expect, test } from "vitest";
import { TargetQueue, type Attempt, type OutgoingEvent, type QueueOptions } from "../../../src/delivery/index.ts";
import { answered } from "../../harness/attempts.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { addTo } from "../../harness/queued.ts";

const ok: Attempt = answered(200, "", 1);
const cancelled: Attempt = { outcome: "failed", reason: "cancelled", detail: "", durationMs: 1 };
const numbered = (n: number, file?: string) =>
  outgoingEvent({ uuid: `uuid-0000-${n}`, ...(file !== undefined && { file }) });

/** A queue whose deliveries a test answers by hand. */
function openQueue(different: Partial<QueueOptions> = {}) {
  const started: (string | undefined)[] = [];
  const answers: ((attempt: Attempt) => void)[] = [];
  const deliver = (event: OutgoingEvent, signal: AbortSignal) => {
    started.push(event.uuid);
    return new Promise<Attempt>((resolve) => {
      answers.push(resolve);
      signal.addEventListener("abort", () => resolve(cancelled));
    });
  };
  const load: QueueOptions["load"] = async ({ file, withheld }) =>
    outgoingEvent({ uuid: `loaded ${file}`, headers: withheld });
  const clock = manualClock();
  return { started, answers, clock, queue: new TargetQueue({ deliver, load, clock, ...different }) };
}

/** Lets happen what can. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("one event is on its way at a time, in the order in which they came", async () => {
  const { queue, started, answers } = openQueue();
  const outcomes = [0, 1, 2].map((n) => addTo(queue, numbered(n)));
  await settle();
  expect(started).toEqual(["uuid-0000-0"]);
  answers[0]?.(ok);
  expect(await outcomes[0]).toBe(ok);
  await settle();
  expect(started).toEqual(["uuid-0000-0", "uuid-0000-1"]);
});

test("an event that is added the moment the last one is done is delivered too", async () => {
  const { queue, started } = openQueue({ deliver: async () => ok });
  for (let n = 0; n < 100; n += 1) expect(await addTo(queue, numbered(n))).toBe(ok);
  expect(started).toEqual([]);
});

test("queues do not wait for each other", async () => {
  const hanging = openQueue();
  const other = openQueue({ deliver: async () => ok });
  void addTo(hanging.queue, numbered(0));
  expect(await addTo(other.queue, numbered(0))).toBe(ok);
  expect(hanging.started).toHaveLength(1);
});

test("past 1,000 waiting events they are loaded again when their turn comes, with what the file does not hold", async () => {
  const seen: OutgoingEvent[] = [];
  const deliver = async (event: OutgoingEvent) => {
    seen.push(event);
    return ok;
  };
  const { queue } = openQueue({ deliver });
  queue.pause();
  const outcomes = Array.from({ length: 1_003 }, (_, n) =>
    addTo(queue, numbered(n, `${n}.json`), { withheld: [["authorization", `secret ${n}`]] }),
  );
  queue.resume();
  await Promise.all(outcomes);
  expect(seen.slice(998).map(({ uuid }) => uuid)).toEqual([
    "uuid-0000-998",
    "uuid-0000-999",
    "loaded 1000.json",
    "loaded 1001.json",
    "loaded 1002.json",
  ]);
  expect(seen.at(-1)?.headers).toEqual([["authorization", "secret 1002"]]);
});

test("an event whose file is gone is said, and the next one goes on", async () => {
  const cause = new Error("ENOENT");
  const load = () => Promise.reject(cause);
  const { queue } = openQueue({ deliver: async () => ok, load, limit: 1 });
  queue.pause();
  const outcomes = [0, 1].map((n) => addTo(queue, numbered(n, `${n}.json`)));
  queue.resume();
  expect(await Promise.all(outcomes)).toEqual([ok, { outcome: "unreadable", cause }]);
});

test("without a file the oldest waiting event is dropped, counted and said", async () => {
  const notices: unknown[] = [];
  const notify: QueueOptions["notify"] = (notice) => notices.push(notice);
  const { queue } = openQueue({ deliver: async () => ok, limit: 2, notify });
  queue.pause();
  const outcomes = [0, 1, 2, 3].map((n) => addTo(queue, numbered(n)));
  queue.resume();
  expect(await Promise.all(outcomes)).toEqual([{ outcome: "dropped" }, { outcome: "dropped" }, ok, ok]);
  expect(notices).toEqual([
    { kind: "dropped", event: { event: "user.added", uuid: "uuid-0000-0" }, dropped: 1 },
    { kind: "dropped", event: { event: "user.added", uuid: "uuid-0000-1" }, dropped: 2 },
  ]);
});

test("while it is paused, what is on its way arrives and nothing else sets out", async () => {
  const { queue, started, answers } = openQueue();
  const outcomes = [0, 1].map((n) => addTo(queue, numbered(n)));
  await settle();
  queue.pause();
  answers[0]?.(ok);
  expect(await outcomes[0]).toBe(ok);
  await settle();
  expect(started).toHaveLength(1);
  queue.resume();
  await settle();
  expect(started).toHaveLength(2);
});

test("a defect in a delivery reaches who added the event, and the next one goes on", async () => {
  const deliver = async ({ uuid }: OutgoingEvent) => {
    if (uuid === "uuid-0000-0") throw new TypeError("a defect");
    return ok;
  };
  const { queue } = openQueue({ deliver });
  const outcomes = [0, 1].map((n) => addTo(queue, numbered(n)));
  expect(await outcomes[0]).toEqual({ outcome: "unreadable", cause: new TypeError("a defect") });
  expect(await outcomes[1]).toBe(ok);
});
