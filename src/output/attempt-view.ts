import type { Attempt } from "../delivery/index.ts";
import { printable } from "./printable.ts";
import { durationText } from "./quantities.ts";
import type { Theme } from "./theme.ts";

/** An attempt for programs: the status or exit code, how long it took in ms, and what went wrong. */
export function attemptFacts(attempt: Attempt, delivered: boolean): { status?: number; ms: number; error?: string } {
  const ms = Math.round(attempt.durationMs);
  if (attempt.outcome === "failed") return { ms, error: attempt.detail };
  const status = attempt.outcome === "answered" ? attempt.status : attempt.exitCode;
  if (delivered) return { status, ms };
  const unexplained = attempt.outcome === "answered" ? `status ${status}` : `exit code ${status}`;
  return { status, ms, error: whyNot(attempt) || unexplained };
}

/** `200   12 ms`, `500  104 ms   {"error":"unknown plan"}`, `nothing listens on localhost:3000`. */
export function attemptText(attempt: Attempt, delivered: boolean, theme: Theme): string {
  const colour = delivered ? theme.good : theme.bad;
  const duration = durationText(attempt.durationMs).padStart(7);
  if (attempt.outcome === "failed") return `${theme.bad("failed")} ${duration}   ${printable(attempt.detail)}`;
  const status = attempt.outcome === "answered" ? String(attempt.status) : `exit ${attempt.exitCode}`;
  const said = delivered ? "" : whyNot(attempt);
  return `${colour(status)} ${duration}${said === "" ? "" : `   ${said}`}`;
}

/** The first line of what the handler said, a command on standard error first, or where its redirect points. */
function whyNot(attempt: Exclude<Attempt, { outcome: "failed" }>): string {
  if (attempt.outcome === "answered" && attempt.location !== undefined) {
    return `redirects to ${printable(attempt.location).slice(0, 200)}, which is not followed`;
  }
  const said = attempt.outcome === "answered" ? [attempt.answer] : [attempt.errorOutput, attempt.output];
  const line = said.flatMap((text) => text.split(/\r?\n/)).find((one) => one.trim() !== "") ?? "";
  return printable(line.trim()).slice(0, 200);
}
