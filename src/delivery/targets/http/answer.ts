import { redactAddress } from "../../../authentication/index.ts";
import type { Attempt, TargetAnswer } from "../../attempt.ts";
import { beginning } from "./answer-text.ts";
import { handlerWords, type HandlerBody } from "./words/handler-words.ts";

/** What an HTTP handler answered. */
export interface HttpAnswer extends TargetAnswer {
  kind: "http";
  status: number;
  /** The beginning of the body as text, 2 kB at most. */
  answer: string;
  /** Where a redirect points; redirects are never followed. */
  location?: string;
}

/** The same with as much of the body as was read. */
export interface HttpReply {
  status: number;
  body: HandlerBody;
  /** The body as far as it may be shown, where it is not so already. */
  shownBody?(): string;
  location?: string;
}

const keptBytes = 2_048;

export function answeredAttempt(reply: HttpReply, isAccepted: boolean, durationMs: number): Attempt {
  const { status, location } = reply;
  const text = shortened(reply.body.text);
  const answer: HttpAnswer = { kind: "http", status, answer: text, ...(location !== undefined && { location }) };
  if (isAccepted) {
    const acceptedBody = () => shortened(reply.shownBody?.() ?? text);
    const isToShow = text !== "" && location === undefined;
    const words = { shown: String(status), status, said: "", ...(isToShow && { acceptedBody }) };
    return { outcome: "accepted", durationMs, answer, words };
  }
  const said = explanation(reply);
  // Of a redirect the body may repeat where it points to, secrets included.
  const body = text === "" || location !== undefined ? {} : { body: text };
  const words = { shown: String(status), status, said, ...body };
  return { outcome: "rejected", durationMs, answer, words, reason: words.shown, detail: said || `status ${status}` };
}

function shortened(text: string): string {
  return text === "" ? text : beginning(Buffer.from(text), keptBytes);
}

export function isHttpAnswer(answer: TargetAnswer): answer is HttpAnswer {
  return answer.kind === "http";
}

/** Where a redirect points, else what tells most in the body. */
function explanation({ body, location }: HttpReply): string {
  if (location !== undefined) return `redirects to ${redactAddress(location).slice(0, 200)} (not followed)`;
  return handlerWords(body);
}
