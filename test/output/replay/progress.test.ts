import { expect, test } from "vitest";
import { plainTheme, progressLine, progressText } from "../../../src/output/index.ts";

type Progress = Parameters<typeof progressText>[0];
const progress: Progress = { done: 0, failed: 0, toRetry: 0, elapsedMs: 0 };
const exactly = (count: number) => ({ count, isAbout: false });
const text = (different: Partial<Progress>) => progressText({ ...progress, ...different }, plainTheme);
const line = (different: Partial<Progress>, width = 100) =>
  progressLine({ ...progress, ...different }, plainTheme, width);

test("with a total it is a bar, how much is done, how fast, and how long it will take", () => {
  expect(line({ done: 1_250, total: exactly(5_000), elapsedMs: 2_500 })).toBe(
    "██████░░░░░░░░░░░░░░░░░░  1,250 of 5,000 sent, 500 a second, 8 s left",
  );
});

test("outside a terminal it is the same in words", () => {
  const now = { done: 1_200, failed: 3, toRetry: 2, total: exactly(5_000), elapsedMs: 3_000 };
  expect(text({ ...now, toRetry: 0 })).toBe("1,200 of 5,000 sent, 3 failed, 400 a second, 10 s left");
  expect(text(now)).toBe("1,200 of 5,000 sent, 3 failed, 2 to retry, 400 a second");
});

test("without a total there is no bar and no end in sight", () => {
  expect(line({ done: 30, failed: 1, elapsedMs: 1_000 })).toBe("30 sent, 1 failed, 30 a second");
});

test("a total that chance decides is about", () => {
  const total = { count: 5_500, isAbout: true };
  expect(text({ done: 500, total, elapsedMs: 1_000 })).toBe("500 of about 5,500 sent, 500 a second, 10 s left");
});

test("at the very beginning nothing is reckoned", () => {
  expect(text({ total: exactly(10) })).toBe("0 of 10 sent, 0 a second");
});

test("more than was foreseen fills the bar and no more", () => {
  expect(line({ done: 12, total: exactly(10), elapsedMs: 1_000 })).toBe(
    "████████████████████████  12 of 10 sent, 12 a second",
  );
});

test("with a rate, what is left takes as long as the rate says, unless the run falls behind", () => {
  const total = exactly(5_000);
  expect(text({ done: 10, total, elapsedMs: 90, perSecond: 100 })).toContain(", 50 s left");
  expect(text({ done: 1_000, total, elapsedMs: 20_000, perSecond: 100 })).toContain(", 50 a second, 1 min 20 s left");
});

test("as uneven as it was recorded, nobody knows how long it takes", () => {
  expect(text({ done: 10, total: exactly(20), elapsedMs: 1_000, perSecond: "unforeseeable" })).toBe(
    "10 of 20 sent, 10 a second",
  );
});

test("after a stop it says how many are waited for", () => {
  expect(text({ done: 10, failed: 1, total: exactly(20), elapsedMs: 1_000, stopping: 4 })).toBe(
    "10 of 20 sent, 1 failed, stopping: waiting for 4",
  );
});

test.each([
  [120, "████████████████░░░░░░░░  12,000 of 18,000 sent, 1,234 failed, 400 a second, 15 s left"],
  [80, "████████████░░░░░░  12,000 of 18,000 sent, 1,234 failed, 400 a second, 15 s left"],
  [62, "12,000 of 18,000 sent, 1,234 failed, 400 a second, 15 s left"],
  [55, "12,000 of 18,000 sent, 1,234 failed, 15 s left"],
])("within %i columns", (width, shown) => {
  expect(line({ done: 12_000, failed: 1_234, total: exactly(18_000), elapsedMs: 30_000 }, width)).toBe(shown);
});

test("what there is no room for goes, the counts last", () => {
  const now = { done: 12_000, failed: 1_234, toRetry: 12, total: exactly(18_000), elapsedMs: 30_000 };
  expect(line(now, 56)).toBe("12,000 of 18,000 sent, 1,234 failed, 12 to retry");
  expect(line(now, 40)).toBe("12,000 of 18,000 sent, 1,234 failed");
  expect(line({ ...now, stopping: 12 }, 40)).toBe("█████████░░░░░  stopping: waiting for 12");
});
