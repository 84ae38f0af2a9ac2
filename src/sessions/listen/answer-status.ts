import type { Clock } from "../../clock.ts";
import { kindNamed, type QueueOutcome } from "../../delivery/index.ts";
import { within } from "../../waiting.ts";

/** After so long AppDirect counts the delivery as failed: developer.appdirect.com/webhooks/webhookFAQ */
const senderWaitsMs = 30_000;

/**
 * What the sender is answered where the handlers decide: 200 only if all accepted the event, else the first other status in
 * the order of targets, 502 for one that could not be reached, 504 for what takes longer than the sender waits.
 */
export async function answerStatus(outcomes: readonly Promise<QueueOutcome>[], clock: Clock): Promise<number> {
  const all = await within(clock, senderWaitsMs, Promise.all(outcomes));
  if (all === undefined) return 504;
  return all.map(statusOf).find((status) => status !== 200) ?? 200;
}

function statusOf(outcome: QueueOutcome): number {
  switch (outcome.outcome) {
    case "accepted":
      return 200;
    case "rejected":
      return kindNamed(outcome.answer.kind).statusFor(outcome.answer);
    case "failed":
      return outcome.reason === "timed out" ? 504 : 502;
    default:
      return 503; // AppDirect tries again, and so may we
  }
}
