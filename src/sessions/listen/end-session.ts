import type { RunningServer } from "../../listener/index.ts";
import { whenAborted, within } from "../../waiting.ts";
import { urlOf, type Session } from "./session.ts";

export interface ListenResult {
  /** By Ctrl-C or a request to end, rather than by itself. */
  interrupted: boolean;
  /** Whether a delivery failed or was not made. */
  failed: boolean;
  /** Whether what was waited for did not come. */
  missing: boolean;
  /** What ended it before its time. */
  failure?: { cause: unknown };
}

/** After Ctrl-C, what is in flight has so long. */
const graceMs = 2_000;
/** For whoever leads calls here to stop that. */
const withdrawalMs = 1_000;
/** For the answers that waited for the deliveries to leave. */
const answeringMs = 500;

/**
 * Waits for what ends the session. Then it takes no more, and gives deliveries their time: all they need where it ends
 * by itself, two seconds after Ctrl-C.
 */
export async function endSession(session: Session, server: RunningServer, signal: AbortSignal): Promise<ListenResult> {
  const { options, clock, recorder, forwarder, telling, watch, local } = session;
  const { interrupted, missing, failure } = await watch.reached;
  const forget = whenAborted(signal, () => sayWhatIsFinished(session));
  await within(clock, withdrawalMs, session.publicAddress?.withdraw() ?? Promise.resolve());
  const unreachable = session.publicAddress?.close(); // what is in flight is answered all the same
  const closed = server.close();
  const received = within(clock, graceMs, closed);
  if (!interrupted && !forwarder.isPaused) {
    await received; // what is still being received is to be delivered too
    await forwarder.idle(signal);
  }
  await Promise.all([received, forwarder.close(graceMs)]);
  forget();
  if (options.answerWithHandlers) await within(clock, answeringMs, closed);
  server.drop();
  await Promise.all([closed, unreachable]);
  await recorder.close();
  const hasFailed = failure !== undefined;
  const keepsTunnel = !hasFailed && session.publicAddress?.url !== undefined; // one that never stood is not kept
  const { failed } = await telling.end({ url: urlOf(session), local }, { missing, hasFailed, keepsTunnel });
  return { interrupted, failed, missing: missing !== undefined, ...(failure && { failure }) };
}

/** What comes meanwhile is not counted. */
function sayWhatIsFinished({ forwarder, telling }: Session): void {
  const deliveries = forwarder.finishing();
  if (deliveries > 0) telling.tell({ kind: "ending", deliveries });
}
