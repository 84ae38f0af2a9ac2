import { expect, test } from "vitest";
import { BytesInWork } from "../../src/listener/bytes-in-work.ts";
import { manualClock } from "../harness/manual-clock.ts";

/** 100 bytes at most, 30 of them worked on at once; none is paused before it has 10. */
function opened() {
  const clock = manualClock();
  const inWork = new BytesInWork({ held: 100, worked: 30, unpaused: 10 }, clock);
  const begun: string[] = [];
  const read = (name: string, bytes: number) => {
    const source = { isPaused: false, pause: () => (source.isPaused = true), resume: () => (source.isPaused = false) };
    const body = inWork.read(source);
    body.took(bytes);
    const whole = () => void body.turn().then(() => begun.push(name));
    return { body, source, whole };
  };
  const settled = () => clock.advance(0);
  return { clock, read, begun, settled };
}

test("beyond the limit all are paused but the first, and go on in their order as others are done", () => {
  const { read } = opened();
  const bodies = [read("a", 40), read("b", 40), read("c", 30), read("d", 20)] as const;
  const [a, b, c, d] = bodies;
  const paused = () => bodies.map(({ source }) => source.isPaused);
  const before = paused();
  a.body.took(5);
  b.body.took(5);
  const atLimit = paused();
  b.body.done(); // cut off: 95 are left
  const afterOne = paused();
  expect([before, atLimit, afterOne]).toEqual([
    [false, false, true, true],
    [false, true, true, true],
    [false, true, false, true],
  ]);
  a.body.done();
  expect([c.source.isPaused, d.source.isPaused]).toEqual([false, false]);
});

test("where the first is done, the next one gets on however much the others hold", () => {
  const { read } = opened();
  const [a, b, c] = [read("a", 90), read("b", 60), read("c", 60)];
  a.body.done(); // 120 are left
  expect([b.source.isPaused, c.source.isPaused]).toEqual([false, true]);
});

test("while whole ones are worked on or wait, even the first of the others is paused, and goes on after them", async () => {
  const { read, settled } = opened();
  const [a, b, c] = [read("a", 60), read("b", 60), read("c", 60)];
  a.whole();
  b.whole();
  await settled();
  c.body.took(1);
  expect(c.source.isPaused).toBe(true);
  a.body.done(); // 121 are left, and b's turn has come
  expect(c.source.isPaused).toBe(true);
  b.body.done();
  expect(c.source.isPaused).toBe(false);
});

test("a small body is never paused", () => {
  const { read } = opened();
  read("a", 200);
  const small = read("small", 10);
  const large = read("large", 11);
  expect([small.source.isPaused, large.source.isPaused]).toEqual([false, true]);
});

test("a sender that has said little holds up nobody", async () => {
  const { read, begun, settled } = opened();
  read("slow", 1);
  for (const name of ["a", "b", "c"]) {
    const { body, source, whole } = read(name, 99);
    whole();
    await settled();
    expect(source.isPaused).toBe(false);
    body.done();
  }
  expect(begun).toEqual(["a", "b", "c"]);
});

test("bodies are worked on in the order in which they were whole, as many bytes at once as may be", async () => {
  const { read, begun, settled } = opened();
  const [a, b, c, d] = [read("a", 20), read("b", 10), read("c", 20), read("d", 1)];
  d.body.took(0);
  for (const { whole } of [b, a, c, d]) whole();
  await settled();
  const first = [...begun];
  b.body.done();
  b.body.done(); // counts once
  await settled();
  const second = [...begun];
  a.body.done();
  await settled();
  expect([first, second, begun]).toEqual([
    ["b", "a"],
    ["b", "a"],
    ["b", "a", "c", "d"],
  ]);
});

test("one that is larger than all that may be worked on is worked on alone", async () => {
  const { read, begun, settled } = opened();
  const [small, large, next] = [read("small", 1), read("large", 50), read("next", 1)];
  for (const { whole } of [small, large, next]) whole();
  await settled();
  small.body.done();
  await settled();
  const alone = [...begun];
  large.body.done();
  await settled();
  expect([alone, begun]).toEqual([
    ["small", "large"],
    ["small", "large", "next"],
  ]);
});

test("the time for which a body is paused is counted", async () => {
  const { clock, read } = opened();
  const first = read("first", 100);
  const { body } = read("paused", 20);
  await clock.advance(4000);
  const during = body.pausedMs;
  first.body.done();
  await clock.advance(1000);
  expect([during, body.pausedMs]).toEqual([4000, 4000]);
});

test("one that is done before its turn came takes none, and no room from others", async () => {
  const { read, begun, settled } = opened();
  const [first, gone, next] = [read("first", 30), read("gone", 30), read("next", 30)];
  for (const { whole } of [first, gone, next]) whole();
  await settled();
  gone.body.done();
  first.body.done();
  await settled();
  expect(begun).toEqual(["first", "next"]);
});
