import { describe, expect, test } from "vitest";
import {
  aboutText,
  durationText,
  limitText,
  parseDuration,
  secondsText,
  waitText,
  type Duration,
} from "../src/duration.ts";

describe("parseDuration", () => {
  test.each<[Duration, number]>([
    ["250ms", 250],
    ["90s", 90_000],
    ["30m", 1_800_000],
    ["12h", 43_200_000],
    ["3d", 259_200_000],
    ["1.5h", 5_400_000],
    ["0s", 0],
  ])("makes milliseconds of %s", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(["", "0", "90", "s", "90 s", "-90s", "+90s", "1e3s", ".5s", "1.s", "90S", "90sec", "1h30m", "90s\n"])(
    "takes %j for none",
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

test.each([
  [-1, "0 ms"],
  [0.4, "0 ms"],
  [12.4, "12 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [1_400, "1.4 s"],
  [9_940, "9.9 s"],
  [9_960, "10 s"],
  [10_000, "10 s"],
  [59_400, "59 s"],
  [59_500, "1 min 0 s"],
  [125_000, "2 min 5 s"],
  [119_600, "2 min 0 s"],
])("%d ms are %s", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test("a time-out is told in seconds from one second on", () => {
  expect([500, 1_000, 2_500, 30_000, 90_000].map(limitText)).toEqual(["500 ms", "1 s", "2.5 s", "30 s", "90 s"]);
});

test("in seconds it may be a part of one", () => {
  expect([0, 500, 1_000, 90_000].map(secondsText)).toEqual(["0 s", "0.5 s", "1 s", "90 s"]);
});

test("a wait is never told too short", () => {
  expect([0, 1, 59_001, 59_999, 60_000, 60_001].map(waitText)).toEqual([
    "0 s",
    "1 s",
    "60 s",
    "60 s",
    "1 min",
    "2 min",
  ]);
});

test.each([
  [1_000, "1 s"],
  [1_499, "1 s"],
  [1_500, "2 s"],
  [90_000, "90 s"],
])("about %d ms are %s", (ms, text) => {
  expect(aboutText(ms)).toBe(text);
});
