import type { OutgoingEvent, QueuedEvent, QueueOutcome, TargetQueue } from "../../src/delivery/index.ts";

/** What a queue is told of an event, with what a test wants different. */
export function queuedEvent(outgoing: OutgoingEvent, different: Partial<QueuedEvent> = {}): QueuedEvent {
  const { event, uuid, file } = outgoing;
  return { event, uuid, file, withheld: [], settled: () => undefined, ...different };
}

/** Adds the event to the queue; resolves with what became of it. */
export function addTo(
  queue: TargetQueue,
  outgoing: OutgoingEvent,
  different: Partial<QueuedEvent> = {},
): Promise<QueueOutcome> {
  return new Promise((settled) => queue.add(queuedEvent(outgoing, { settled, ...different }), outgoing));
}
