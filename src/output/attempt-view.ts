import type { Attempt } from "../delivery/index.ts";
import { printable } from "./printable.ts";
import { durationText } from "../duration.ts";
import type { Theme } from "./theme.ts";

/** An attempt for programs: the status or exit code, how long it took in ms, and what went wrong. */
export function attemptFacts(attempt: Attempt): AttemptFacts {
  const delivered = attempt.outcome === "accepted";
  const ms = Math.round(attempt.durationMs);
  switch (attempt.outcome) {
    case "accepted":
      return { delivered, status: attempt.words.status, ms };
    case "rejected": {
      const { status, body } = attempt.words;
      return { delivered, status, ms, error: printable(attempt.detail), ...(body !== undefined && { body }) };
    }
    case "failed":
      return { delivered, ms, error: attempt.detail };
  }
}

interface AttemptFacts {
  delivered: boolean;
  status?: number;
  ms: number;
  error?: string;
  body?: string;
}

/** For `-v`: all that the target answered to an event that it did not accept; none where the line above has it all. */
export function answerLines(attempt: Attempt): string[] {
  if (attempt.outcome !== "rejected") return [];
  const { said, body = "" } = attempt.words;
  const text = body.trimEnd();
  return text === "" || text === said ? [] : text.split(/\r?\n/).map((line) => printable(line));
}

/** `200   12 ms`, `500  104 ms   unknown plan`, `failed after 10 s   nothing listens on localhost:3000`. */
export function attemptText(attempt: Attempt, theme: Theme): string {
  const duration = durationText(attempt.durationMs);
  if (attempt.outcome === "failed") return `${theme.bad("failed")} after ${duration}   ${printable(attempt.detail)}`;
  const { shown, said } = attempt.words;
  const colour = attempt.outcome === "accepted" ? theme.good : theme.bad;
  return `${colour(shown)} ${duration.padStart(7)}${said === "" ? "" : `   ${printable(said)}`}`;
}
