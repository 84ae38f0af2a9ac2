import type { Attempt, PrintedText } from "../delivery/index.ts";
import { printable } from "./printable.ts";
import { durationText } from "../duration.ts";
import type { DeliveryLine } from "../listen-line/index.ts";
import type { Theme } from "./theme.ts";

/** An attempt for programs: the status or exit code, how long it took in ms, and what went wrong. */
export function attemptFacts(attempt: Attempt): AttemptFacts {
  const delivered = attempt.outcome === "accepted";
  const ms = Math.round(attempt.durationMs);
  switch (attempt.outcome) {
    case "accepted":
      return { delivered, status: attempt.words.status, ms, ...printedFacts(attempt.words.printed) };
    case "rejected": {
      const { status, body, printed } = attempt.words;
      const error = printable(attempt.detail);
      return { delivered, status, ms, error, ...(body !== undefined && { body }), ...printedFacts(printed) };
    }
    case "failed":
      return { delivered, ms, error: failureText(attempt), ...printedFacts(attempt.printed) };
  }
}

/** What a line about a delivery says of the attempt alone. */
type AttemptFacts = Pick<DeliveryLine, "delivered" | "status" | "ms" | "error" | "body" | "output" | "errorOutput">;

const printedBytes = 2_048;

/** The end of what a target printed; nothing of a stream to which it wrote nothing. */
function printedFacts(printed: PrintedText | undefined): Pick<AttemptFacts, "output" | "errorOutput"> {
  const [output, errorOutput] = [endOf(printed?.output), endOf(printed?.errorOutput)];
  return { ...(output !== "" && { output }), ...(errorOutput !== "" && { errorOutput }) };
}

function endOf(text = ""): string {
  const end = Buffer.from(text).subarray(-printedBytes);
  const first = end.findIndex((byte) => (byte & 0xc0) !== 0x80); // half a character at the cut
  return first === -1 ? "" : end.subarray(first).toString();
}

function failureText({ detail, lastWords }: FailedAttempt): string {
  return lastWords === undefined ? detail : `${detail}; last output: ${lastWords}`;
}

type FailedAttempt = Extract<Attempt, { outcome: "failed" }>;

/** For `-v`: all that the target answered; none where the line above has it all. */
export function answerLines(attempt: Attempt): string[] {
  if (attempt.outcome === "failed") return [];
  const { said, body = attempt.words.acceptedBody?.() ?? "" } = attempt.words;
  const text = body.trimEnd();
  return text === "" || text === said ? [] : text.split(/\r?\n/).map((line) => printable(line));
}

/** `200   12 ms`, `500  104 ms   unknown plan`, `failed after 10 s   nothing listens on localhost:3000`. */
export function attemptText(attempt: Attempt, theme: Theme): string {
  const { came, said } = attemptParts(attempt, theme);
  return said === "" ? came : `${came}   ${said}`;
}

/** The same in two: what came of it, and what explains that. */
export function attemptParts(attempt: Attempt, theme: Theme): { came: string; said: string } {
  const duration = durationText(attempt.durationMs);
  if (attempt.outcome === "failed")
    return { came: `${theme.bad("failed")} after ${duration}`, said: printable(failureText(attempt)) };
  const { shown, said } = attempt.words;
  const colour = attempt.outcome === "accepted" ? theme.good : theme.bad;
  return { came: `${colour(shown)} ${duration.padStart(7)}`, said: printable(said) };
}
