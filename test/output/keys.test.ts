import { expect, test } from "vitest";
import { keysHelp, resentLines } from "../../src/output/index.ts";

test("every key is told with what it does", () => {
  expect(keysHelp()).toBe(
    [
      "  r  send the last event again",
      "  a  send again all that failed",
      "  f  show and forward only some events",
      "  p  pause forwarding, or go on with it",
      "  c  clear the screen",
      "  ?  this",
      "  q  end\n",
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
