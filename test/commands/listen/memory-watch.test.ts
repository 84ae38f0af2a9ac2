import { expect, test } from "vitest";
import { giveMemoryBack, MemoryWatch } from "../../../src/commands/listen/memory-watch.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { eventNotice, takenNotice } from "../../harness/notices.ts";

function watched() {
  const clock = manualClock();
  const given: number[] = [];
  const watch = new MemoryWatch(clock, async () => void given.push(clock.elapsed()));
  const come = (events: number) => {
    for (let number = 0; number < events; number += 1) watch.show(takenNotice());
  };
  return { clock, given, watch, come };
}

test("memory is given back once it is calm for three seconds after a thousand events, and not before", async () => {
  const { clock, given, come } = watched();
  come(999);
  await clock.advance(10_000);
  come(1);
  await clock.advance(2_000);
  come(1);
  await clock.advance(2_999);
  expect(given).toEqual([]);
  await clock.advance(1);
  expect(given).toEqual([15_000]);
  await clock.advance(1_000);
  expect(given).toEqual([15_000, 16_000]);
  come(999);
  await clock.advance(10_000);
  expect(given).toHaveLength(2);
});

test("large events count by their bytes", async () => {
  const { clock, given, watch } = watched();
  for (let number = 0; number < 4; number += 1) watch.show(eventNotice({}, { bytes: 4 * 1024 ** 2 }));
  await clock.advance(3_000);
  expect(given).toContain(3_000);
});

test("a session that ends waits for no calm", async () => {
  const { given, watch, come } = watched();
  come(1_000);
  await watch.close();
  expect(given).toEqual([]);
});

test("what nobody holds is given back", async () => {
  const held = new WeakRef({ large: "x".repeat(1_000) });
  await new Promise((resolve) => setImmediate(resolve)); // until then whoever made it holds it
  await giveMemoryBack();
  expect(held.deref()).toBeUndefined();
});
