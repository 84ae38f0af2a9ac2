import type { ResentDeliveries } from "../sessions/index.ts";
import { countText } from "./quantities.ts";

/** The keys of a listener in a terminal, and what each does. */
const keys = {
  r: "send the last event again",
  a: "send again all that failed",
  f: "show and forward only some events",
  p: "pause forwarding, or go on with it",
  c: "clear the screen",
  "?": "this",
  q: "end",
} as const;

export type KeyName = keyof typeof keys;

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
  return `${Object.entries(keys)
    .map(([key, does]) => `  ${key}  ${does}`)
    .join("\n")}\n`;
}
