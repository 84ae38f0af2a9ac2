import type { ResentDeliveries } from "../sessions/index.ts";
import { wrappedList } from "./columns.ts";
import { countText } from "./quantities.ts";

/** The keys of a listener in a terminal, and what each does. */
const keys = {
  r: "resend the last event",
  a: "resend everything that failed",
  f: "show and forward only some events",
  p: "pause or resume forwarding",
  c: "clear the screen",
  "?": "show this help",
  q: "quit",
} as const;

export type KeyName = keyof typeof keys;

/** In short, for the start of a session: lines of `width` characters at most. */
export function keysLines(width: number): string[] {
  return wrappedList(
    ["Keys: r resend last", "a all failed", "f filter", "p pause", "c clear", "? help", "q quit"],
    width,
  );
}

/** What key `a` did. */
export function resentLines({ resent, resending, unrecorded, isPaused }: ResentDeliveries): string[] {
  const count = (number: number) => countText(number, "failed delivery", "failed deliveries");
  if (resent + unrecorded + resending === 0) return ["Nothing failed."];
  return [
    ...(resent > 0 ? [`Resending ${count(resent)}${isPaused ? " (queued: paused)" : ""}.`] : []),
    ...(resending > 0 ? [`Still resending ${countText(resending, "delivery", "deliveries")}.`] : []),
    ...(unrecorded > 0 ? [`${count(unrecorded)} cannot be resent: nothing is recorded (--no-record).`] : []),
  ];
}

export function keysHelp(): string {
  const lines = Object.entries(keys).map(([key, does]) => `  ${key}  ${does}\n`);
  return `${lines.join("")}For one line per event, start listen with --format line.\n`;
}
