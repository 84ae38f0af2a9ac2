import type { Answer, IncomingCall } from "../../endpoint.ts";
import type { ReceivedEvent } from "../../events/index.ts";
import { receive, statusAnswer, type Refusal } from "../../listener/index.ts";
import { answerStatus } from "./answer-status.ts";
import { urlOf, type Session } from "./session.ts";

/** A POST at the webhooks' path: who calls is checked, and what came is taken. */
export async function takeCall(call: IncomingCall, session: Session): Promise<Answer> {
  const received = await receive(call, session);
  if (!("reason" in received)) return takeEvent(received, session);
  return refuse(received, session);
}

/** The way of every event, from its sender to its targets. */
async function takeEvent(received: ReceivedEvent, session: Session): Promise<Answer> {
  const recorded = await session.recorder.record(received); // a 2xx is given only once this is on disk
  const decision = session.filter.decide(recorded);
  session.telling.taken(recorded, decision);
  if (recorded.keeping.outcome === "failed") return statusAnswer(503); // AppDirect tries again
  const number = await session.telling.event(recorded, decision);
  if (received.parsed === false) return statusAnswer(400);
  const outcomes = session.forwarder.forward(recorded, decision, number);
  session.watch.took(recorded, decision);
  if (!session.options.answerWithHandlers) return statusAnswer(200);
  return statusAnswer(await answerStatus(outcomes, session.clock));
}

/** Tells the user everything, and the sender nothing but the status. */
export function refuse({ status, reason, isAstray }: Refusal, session: Session): Answer {
  const place = isAstray === true ? { takenAt: urlOf(session) } : {};
  session.telling.tell({ kind: "refused", reason, ...place, times: 1 });
  return statusAnswer(status);
}
