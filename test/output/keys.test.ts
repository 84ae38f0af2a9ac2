import { expect, test } from "vitest";
import { keysHelp, keysLines, resentLines } from "../../src/output/index.ts";

test("every key is told with what it does", () => {
  expect(keysHelp()).toBe(
    [
      "  r  resend the last event",
      "  a  resend everything that failed",
      "  f  show and forward only some events",
      "  p  pause or resume forwarding",
      "  c  clear the screen",
      "  ?  show this help",
      "  q  quit",
      "For one line per event, start listen with --format line.\n",
    ].join("\n"),
  );
});

test("what failed is sent again, counted, with what cannot be", () => {
  expect(resentLines({ resent: 0, resending: 0, unrecorded: 0, isPaused: true })).toEqual(["Nothing failed."]);
  expect(resentLines({ resent: 3, resending: 0, unrecorded: 0, isPaused: false })).toEqual([
    "Resending 3 failed deliveries.",
  ]);
  expect(resentLines({ resent: 0, resending: 1, unrecorded: 0, isPaused: false })).toEqual([
    "Still resending 1 delivery.",
  ]);
  expect(resentLines({ resent: 1, resending: 0, unrecorded: 2, isPaused: true })).toEqual([
    "Resending 1 failed delivery (queued: paused).",
    "2 failed deliveries cannot be resent: nothing is recorded (--no-record).",
  ]);
});

test("the keys and their help fit 60 columns, broken between keys alone", () => {
  expect(keysLines(60)).toEqual(["Keys: r resend last, a all failed, f filter, p pause,", "  c clear, ? help, q quit"]);
  expect(keysLines(80)).toEqual(["Keys: r resend last, a all failed, f filter, p pause, c clear, ? help, q quit"]);
  const lines = keysHelp().split("\n");
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});
