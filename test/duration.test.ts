import { describe, expect, test } from "vitest";
import { parseDuration, type Duration } from "../src/duration.ts";

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
