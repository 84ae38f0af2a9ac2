import { parentPort } from "node:worker_threads";
import { HooksError } from "../../../errors.ts";
import { recordingIn } from "../../../fixtures/selection/index.ts";
import { type PreparedEvent, preparedEvent } from "./prepared-event.ts";
import type { FilesToPrepare, PreparedFiles, SentEvent } from "./preparing-thread.ts";

// The thread in which the files of a large folder are read and made ready to be sent.

/** What follows is left to the program, which reads it when it is its turn: several answers wait at a time. */
const mostBytesAtOnce = 2 * 1024 ** 2;

parentPort?.on("message", ({ number, files }: FilesToPrepare) => {
  let bytes = 0;
  const found = files.map((file) => {
    const event = bytes > mostBytesAtOnce ? undefined : eventIn(file);
    bytes += event?.body.length ?? 0;
    return event;
  });
  const events = JSON.stringify(found.map((event) => event?.sent ?? null));
  const bodies = joined(found, bytes);
  parentPort?.postMessage({ number, events, bodies } satisfies PreparedFiles, [bodies.buffer]);
});

interface FoundEvent {
  sent: SentEvent;
  body: Buffer;
}

/** Nothing where something is wrong with it: the program says what. */
function eventIn(file: string): FoundEvent | undefined {
  try {
    const fixture = recordingIn(file);
    return fixture && withoutFixture(preparedEvent(fixture, file));
  } catch (cause) {
    if (cause instanceof HooksError) return undefined;
    throw cause;
  }
}

/** A parsed payload is up to twenty times its bytes: nothing of it is kept until the answer goes out. */
function withoutFixture({
  event,
  receivedAt,
  resourceKey,
  recordedHeaders,
  leftOut,
  outgoing,
}: PreparedEvent): FoundEvent {
  const { uuid, query, headers, body } = outgoing;
  const bodyBytes = body.length;
  return { sent: { event, receivedAt, resourceKey, recordedHeaders, leftOut, uuid, query, headers, bodyBytes }, body };
}

/** The bodies one after the other, in memory of their own: it is given away. */
function joined(events: readonly (FoundEvent | undefined)[], bytes: number) {
  const bodies = new Uint8Array(bytes);
  let place = 0;
  for (const event of events) {
    if (event === undefined) continue;
    bodies.set(event.body, place);
    place += event.body.length;
  }
  return bodies;
}
