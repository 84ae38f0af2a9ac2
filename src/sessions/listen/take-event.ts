import type { QueueOutcome } from "../../delivery/index.ts";
import type { Answer, IncomingCall } from "../../endpoint.ts";
import type { ReceivedEvent } from "../../events/index.ts";
import { receive, statusAnswer, type Refusal } from "../../listener/index.ts";
import type { Decision } from "./filter.ts";
import type { RecordedEvent } from "./recording/recorder.ts";
import { answerStatus } from "./answer-status.ts";
import { urlOf, type Session } from "./session.ts";

/** A POST at the webhooks' path: who calls is checked, and what came is taken. */
export async function takeCall(call: IncomingCall, session: Session): Promise<Answer> {
  const answer = await takeBody(call, session);
  if (!Array.isArray(answer)) return answer;
  call.done(); // of the event nothing is held here while its handlers work
  return statusAnswer(await answerStatus(answer, session.clock));
}

/** What the sender is answered, or what becomes of the event at each handler where these decide. */
async function takeBody(call: IncomingCall, session: Session): Promise<Answer | Promise<QueueOutcome>[]> {
  const received = await receive(call, session);
  if (!("reason" in received)) return takeEvent(received, session);
  return refuse(received, session);
}

/** The way of every event, from its sender to its targets. */
async function takeEvent(received: ReceivedEvent, session: Session): Promise<Answer | Promise<QueueOutcome>[]> {
  const { recorder, filter, telling, forwarder, options, watch } = session;
  const recorded = await recorder.record(received); // a 2xx is given only once this is on disk
  const decision = filter.decide(recorded);
  telling.taken(recorded, decision);
  if (recorded.keeping.outcome === "failed") return statusAnswer(503); // AppDirect tries again
  if (received.parsed === false)
    return { ...statusAnswer(400), afterwards: () => void telling.event(recorded, decision) };
  if (!options.answerWithHandlers)
    return { ...statusAnswer(200), afterwards: () => handOn(recorded, decision, session) };
  const number = telling.event(recorded, decision);
  const outcomes = forwarder.forwardAwaited(recorded, decision, number);
  watch.took(recorded, decision);
  return outcomes;
}

/** Shown and forwarded. */
function handOn(recorded: RecordedEvent, decision: Decision, { telling, forwarder, watch }: Session): void {
  const number = telling.event(recorded, decision);
  forwarder.forward(recorded, decision, number);
  watch.took(recorded, decision);
}

/** Tells the user everything, and the sender nothing but the status. */
export function refuse({ status, reason, isAstray }: Refusal, session: Session): Answer {
  const place = isAstray === true ? { takenAt: urlOf(session) } : {};
  session.telling.tell({ kind: "refused", reason, ...place, times: 1 });
  return statusAnswer(status);
}
