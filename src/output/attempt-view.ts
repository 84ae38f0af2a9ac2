import type { Attempt } from "../delivery/index.ts";
import { printable } from "./printable.ts";
import { durationText } from "../duration.ts";
import type { Theme } from "./theme.ts";

/** An attempt for programs: the status or exit code, how long it took in ms, and what went wrong. */
export function attemptFacts(attempt: Attempt): { delivered: boolean; status?: number; ms: number; error?: string } {
  const delivered = attempt.outcome === "accepted";
  const ms = Math.round(attempt.durationMs);
  switch (attempt.outcome) {
    case "accepted":
      return { delivered, status: attempt.words.status, ms };
    case "rejected":
      return { delivered, status: attempt.words.status, ms, error: printable(attempt.detail) };
    case "failed":
      return { delivered, ms, error: attempt.detail };
  }
}

/** `200   12 ms`, `500  104 ms   {"error":"unknown plan"}`, `failed after 10 s   nothing listens on localhost:3000`. */
export function attemptText(attempt: Attempt, theme: Theme): string {
  const duration = durationText(attempt.durationMs);
  if (attempt.outcome === "failed") return `${theme.bad("failed")} after ${duration}   ${printable(attempt.detail)}`;
  const { shown, said } = attempt.words;
  const colour = attempt.outcome === "accepted" ? theme.good : theme.bad;
  return `${colour(shown)} ${duration.padStart(7)}${said === "" ? "" : `   ${printable(said)}`}`;
}
