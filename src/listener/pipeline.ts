import type { ReceivedEvent } from "../events/index.ts";
import type { Fixture } from "../fixtures/index.ts";
import type { Taken } from "./repeats.ts";

/** What happens to an event once it was received and its sender checked. `Told` is what telling it decided. */
export interface Stages<Told> {
  record(received: ReceivedEvent): Promise<Recorded>;
  notify(received: ReceivedEvent, recorded: Recorded): Promise<Told>;
  /** Hands it to the targets; what is returned tells the status that their answers make. */
  forward(received: ReceivedEvent, recorded: Recorded, told: Told): () => Promise<number>;
  /** Whether the sender's answer waits for the handlers'. */
  answerWithHandlers: boolean;
}

export interface Recorded {
  fixture: Fixture;
  taken: Taken;
}

/** Resolves with the status for the sender: a 2xx only once the event is on disk. */
export async function takeEvent<Told>(received: ReceivedEvent, stages: Stages<Told>): Promise<number> {
  const recorded = await stages.record(received);
  const told = await stages.notify(received, recorded);
  if (recorded.taken.keeping.outcome === "failed") return 503; // AppDirect tries again
  if (received.parsed === false) return 400;
  const answered = stages.forward(received, recorded, told);
  return stages.answerWithHandlers ? answered() : 200;
}
