import { expect, test } from "vitest";
import { TargetQueue, type Attempt, type OutgoingEvent } from "../../../src/delivery/index.ts";
import { answered } from "../../harness/attempts.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { addTo } from "../../harness/queued.ts";

const ok: Attempt = answered(200, "", 1);
const cancelled: Attempt = { outcome: "failed", reason: "cancelled", detail: "", durationMs: 1 };
const notSent = { outcome: "undelivered", wasSent: false };
const cutOff = { outcome: "undelivered", wasSent: true };
const named = (uuid: string) => outgoingEvent({ uuid, file: `${uuid}.json` });
const placeOf = (uuid: string) => ({ event: "user.added", uuid, file: `${uuid}.json` });
const load = () => Promise.reject(new Error("nothing is stored here"));

/** Every delivery takes 700 ms. */
function slowQueue() {
  const clock = manualClock();
  const deliver = async (_: OutgoingEvent, ending: AbortSignal) => {
    await clock.sleep(700, ending);
    return ending.aborted ? cancelled : ok;
  };
  return { clock, queue: new TargetQueue({ deliver, load, clock }) };
}

test("closing gives deliveries their grace, and tells what was cut off from what was not sent", async () => {
  const { clock, queue } = slowQueue();
  const outcomes = ["first", "second", "third", "fourth"].map((uuid) => addTo(queue, named(uuid)));
  const closed = queue.close({ graceMs: 2_000 });
  await clock.advance(2_000);
  // Done at 700 and 1,400 ms; the third would have been at 2,100.
  expect(await closed).toEqual([placeOf("third"), placeOf("fourth")]);
  expect(await Promise.all(outcomes)).toEqual([ok, ok, cutOff, notSent]);
});

test("closing ends as soon as all is delivered", async () => {
  const { clock, queue } = slowQueue();
  const outcome = addTo(queue, named("only"));
  const closed = queue.close({ graceMs: 2_000 });
  await clock.advance(700);
  expect([await outcome, await closed]).toEqual([ok, []]);
});

test("closing twice is the same as once, and nothing is taken afterwards", async () => {
  const { queue } = slowQueue();
  const [first, second] = await Promise.all([queue.close({ graceMs: 0 }), queue.close({ graceMs: 0 })]);
  expect([first, second, await addTo(queue, named("late"))]).toEqual([[], [], notSent]);
});

test("what waits while it is paused is named at once", async () => {
  const { queue } = slowQueue();
  queue.pause();
  const outcome = addTo(queue, named("waiting"));
  expect(await queue.close({ graceMs: 2_000 })).toEqual([placeOf("waiting")]);
  expect(await outcome).toEqual(notSent);
});

test("what had been answered with a failure by then is delivered, and failed", async () => {
  const clock = manualClock();
  const failed = answered(500);
  const queue = new TargetQueue({ deliver: async () => failed, load, clock });
  const outcome = addTo(queue, named("only"));
  expect([await queue.close({ graceMs: 100 }), await outcome]).toEqual([[], failed]);
});

test("an event that waits for a refusing target is given up at the end of the grace", async () => {
  const clock = manualClock();
  const refused: Attempt = { outcome: "failed", reason: "refused", detail: "", durationMs: 0 };
  const queue = new TargetQueue({ deliver: async () => refused, load, clock });
  const outcome = addTo(queue, named("only"));
  const closed = queue.close({ graceMs: 2_000 });
  await clock.advance(2_000);
  expect([await closed, await outcome]).toEqual([[placeOf("only")], notSent]);
});

test("an event that was still being read again at the end of the grace was not sent", async () => {
  const sent: (string | undefined)[] = [];
  const deliver = async ({ uuid }: OutgoingEvent) => (sent.push(uuid), ok);
  let read: (event: OutgoingEvent) => void = () => undefined;
  const reading = new Promise<OutgoingEvent>((resolve) => (read = resolve));
  const clock = manualClock();
  const queue = new TargetQueue({ deliver, load: () => reading, clock, limit: 1 });
  queue.pause();
  const outcomes = ["held", "stored"].map((uuid) => addTo(queue, named(uuid)));
  queue.resume();
  const closed = queue.close({ graceMs: 2_000 });
  await clock.advance(2_000);
  read(named("stored"));
  expect([await closed, await Promise.all(outcomes), sent]).toEqual([[placeOf("stored")], [ok, notSent], ["held"]]);
});

test("an event that its target accepts when the grace is over was delivered", async () => {
  const clock = manualClock();
  const deliver = async (_: OutgoingEvent, ending: AbortSignal) => {
    await clock.sleep(5_000, ending);
    return ok;
  };
  const queue = new TargetQueue({ deliver, load, clock });
  const outcome = addTo(queue, named("only"));
  const closed = queue.close({ graceMs: 2_000 });
  await clock.advance(2_000);
  expect([await closed, await outcome]).toEqual([[], ok]);
});
