import { expect, test } from "vitest";
import { plainTheme, progressLine, type Theme } from "../../../src/output/index.ts";

const line = (progress: Parameters<typeof progressLine>[0], theme: Theme = plainTheme) => progressLine(progress, theme);

test("with a total it is a bar, how much is done, how fast, and how long it will take", () => {
  expect(line({ done: 1_250, failed: 0, total: 5_000, elapsedMs: 2_500 })).toBe(
    "██████░░░░░░░░░░░░░░░░░░  1,250 of 5,000, 500 a second, 7.5 s left",
  );
});

test("what failed is counted", () => {
  expect(line({ done: 5_000, failed: 1_234, total: 5_000, elapsedMs: 10_000 })).toBe(
    "████████████████████████  5,000 of 5,000, 1,234 failed, 500 a second, 0 ms left",
  );
});

test("without a total there is no bar and no end in sight", () => {
  expect(line({ done: 30, failed: 1, elapsedMs: 1_000 })).toBe("30 sent, 1 failed, 30 a second");
});

test("at the very beginning nothing is reckoned", () => {
  expect(line({ done: 0, failed: 0, total: 10, elapsedMs: 0 })).toBe("░░░░░░░░░░░░░░░░░░░░░░░░  0 of 10, 0 a second");
});

test("more than was foreseen fills the bar and no more", () => {
  expect(line({ done: 12, failed: 0, total: 10, elapsedMs: 1_000 })).toBe(
    "████████████████████████  12 of 10, 12 a second, 0 ms left",
  );
});
