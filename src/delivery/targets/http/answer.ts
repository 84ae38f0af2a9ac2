import { redactAddress } from "../../../authentication/index.ts";
import type { Attempt, TargetAnswer } from "../../attempt.ts";
import type { StatusRanges } from "../../statuses.ts";

/** What an HTTP handler answered. */
export interface HttpAnswer extends TargetAnswer {
  kind: "http";
  status: number;
  /** The beginning of the body as text, 2 kB at most. */
  answer: string;
  /** Where a redirect points; redirects are never followed. */
  location?: string;
}

/** An answer is an acceptance if its status is one of those that count as success. */
export function answeredAttempt(answer: HttpAnswer, accepted: StatusRanges, durationMs: number): Attempt {
  const { status } = answer;
  const isAccepted = accepted.some(({ from, to }) => status >= from && status <= to);
  const said = isAccepted ? "" : explanation(answer);
  const words = { shown: String(status), status, said };
  if (isAccepted) return { outcome: "accepted", durationMs, answer, words };
  return { outcome: "rejected", durationMs, answer, words, reason: words.shown, detail: said || `status ${status}` };
}

export function isHttpAnswer(answer: TargetAnswer): answer is HttpAnswer {
  return answer.kind === "http";
}

/** Where a redirect points, else the first line of the body. */
function explanation({ answer, location }: HttpAnswer): string {
  if (location !== undefined) return `redirects to ${redactAddress(location).slice(0, 200)}, which is not followed`;
  const line = answer.split(/\r?\n/).find((one) => one.trim() !== "") ?? "";
  return line.trim().slice(0, 200);
}
