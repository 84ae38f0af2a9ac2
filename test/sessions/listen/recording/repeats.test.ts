import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { Repeats, type EarlierRecording, type KeepOutcome } from "../../../../src/sessions/listen/recording/repeats.ts";
import { memoryInUse } from "../../../harness/memory-in-use.ts";
import { uuidOf } from "../../../harness/webhook.ts";

const recorded = (file: string): KeepOutcome => ({ outcome: "recorded", file });
const failed: KeepOutcome = { outcome: "failed", reason: "disk full", cause: undefined };

function openRepeats(
  different: { uuids?: number; bytes?: number; earlier?: EarlierRecording[]; gone?: string[] } = {},
) {
  const { uuids = 10, bytes = 1_000_000, earlier = [], gone = [] } = different;
  return new Repeats({
    limits: { uuids, bytes },
    earlier: async () => earlier,
    exists: async (file) => !gone.includes(file),
  });
}

test("a uuid that came before is kept once, and counted", async () => {
  const repeats = openRepeats();
  expect(await repeats.take("a", "hash", async () => recorded("1"))).toEqual({
    times: 1,
    differs: false,
    keeping: recorded("1"),
  });
  const again = await repeats.take("a", "hash", async () => recorded("2"));
  expect(again).toEqual({ times: 2, differs: false, keeping: recorded("1") });
});

test("the same uuid waits until the first is kept", async () => {
  const repeats = openRepeats();
  const order: string[] = [];
  let finish: () => void = () => undefined;
  const first = repeats.take("a", "hash", async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    order.push("kept");
    return recorded("1");
  });
  const second = repeats.take("a", "hash", async () => recorded("2")).then(() => order.push("answered"));
  const other = await repeats.take("b", "hash", async () => recorded("3"));
  expect([other.times, order]).toEqual([1, []]);
  finish();
  await Promise.all([first, second]);
  expect(order).toEqual(["kept", "answered"]);
});

test("what could not be kept is no event that came, and the next one is kept in its place", async () => {
  const repeats = openRepeats();
  expect(await repeats.take("a", "hash", async () => failed)).toEqual({ times: 1, differs: false, keeping: failed });
  const again = await repeats.take("a", "hash", async () => recorded("1"));
  expect(again).toEqual({ times: 1, differs: false, keeping: recorded("1") });
});

test("a defect while one is kept does not harm the next of its uuid", async () => {
  const repeats = openRepeats();
  await expect(repeats.take("a", "hash", () => Promise.reject(new Error("A defect.")))).rejects.toThrow("A defect.");
  expect(await repeats.take("a", "hash", async () => recorded("1"))).toMatchObject({ times: 1 });
});

test("recordings of earlier sessions count, and tell a body that differs", async () => {
  const repeats = openRepeats({ earlier: [{ file: "old", bodyHash: "hash" }] });
  const keep = async () => recorded("new");
  expect(await repeats.take("a", "hash", keep)).toEqual({ times: 2, differs: false, keeping: recorded("old") });
  expect(await repeats.take("a", "other", keep)).toEqual({ times: 3, differs: true, keeping: recorded("new") });
});

test("a recording that is gone is made anew, and holds from then on", async () => {
  const repeats = openRepeats({ earlier: [{ file: "old", bodyHash: "hash" }], gone: ["old"] });
  expect(await repeats.take("a", "hash", async () => recorded("new"))).toMatchObject({ keeping: recorded("new") });
  expect(await repeats.take("a", "hash", async () => recorded("newer"))).toMatchObject({
    times: 3,
    keeping: recorded("new"),
  });
});

test("past its limit the uuid that came first is forgotten first", async () => {
  const repeats = openRepeats({ uuids: 2 });
  const keep = async () => recorded("x");
  for (const uuid of ["a", "b", "c"]) await repeats.take(uuid, "hash", keep);
  expect(await repeats.take("b", "hash", keep)).toMatchObject({ times: 2 });
  expect(await repeats.take("a", "hash", keep)).toMatchObject({ times: 1 });
});

test("long names of files count in bytes: sooner than by its number the uuid that came first is forgotten", async () => {
  const repeats = openRepeats({ bytes: 10_000 });
  const keep = async () => recorded("x".repeat(4_096));
  for (const uuid of ["a", "b", "c"]) await repeats.take(uuid, "hash", keep);
  expect(await repeats.take("c", "hash", keep)).toMatchObject({ times: 2 });
  expect(await repeats.take("b", "hash", keep)).toMatchObject({ times: 2 });
  expect(await repeats.take("a", "hash", keep)).toMatchObject({ times: 1 });
});

test("one whose recording cannot be read is kept again, counts as the second, and is not said to differ", async () => {
  const repeats = openRepeats({ earlier: [{ file: "unreadable" }, { file: "old", bodyHash: "hash" }] });
  const keep = async () => recorded("new");
  expect(await repeats.take("a", "other", keep)).toEqual({ times: 3, differs: false, keeping: recorded("new") });
  expect(await repeats.take("a", "other", keep)).toEqual({ times: 4, differs: false, keeping: recorded("new") });
  expect(await repeats.take("a", "hash", keep)).toEqual({ times: 5, differs: false, keeping: recorded("old") });
});

test("ten thousand uuids at rest take less than five and a half megabytes", async () => {
  const limits = { uuids: 10_000, bytes: 5_500_000 };
  const open = () => new Repeats({ limits, earlier: async () => [], exists: async () => true });
  const take = (repeats: Repeats, number: number) => {
    const uuid = uuidOf(number);
    const hash = createHash("sha256").update(uuid).digest().toString("latin1");
    return repeats.take(uuid, hash, async () =>
      recorded(`/home/ada/shop/fixtures/user.added/20261123T140511123Z-${uuid}`),
    );
  };
  const seen: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const repeats = open();
    const before = memoryInUse();
    for (let number = 0; number < 10_000; number += 1) await take(repeats, number);
    seen.push(memoryInUse() - before);
    expect(await take(repeats, 1)).toMatchObject({ times: 2 });
  }
  expect(Math.min(...seen)).toBeLessThan(5_500_000); // the thread's other memory grows and shrinks too
});

test("however many bodies come under one uuid, each is kept, and eight are remembered", async () => {
  const repeats = openRepeats();
  const kept: string[] = [];
  const take = (hash: string) => repeats.take("a", hash, async () => (kept.push(hash), recorded(hash)));
  for (let number = 0; number < 10; number += 1) await take(`hash ${number}`);
  await take("hash 7");
  await take("hash 9");
  expect(kept).toEqual([...Array.from({ length: 10 }, (_, number) => `hash ${number}`), "hash 9"]);
});
