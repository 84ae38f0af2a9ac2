import { parentPort } from "node:worker_threads";
import { HooksError } from "../../../errors.ts";
import { recordingIn } from "../../../fixtures/selection/index.ts";
import { type PreparedEvent, preparedEvent } from "./prepared-event.ts";
import type { FilesToPrepare, PreparedFiles, SentEvent } from "./preparing-thread.ts";

// The thread in which the files of a large folder are read and made ready to be sent.

/** What follows is left to the program, which reads it when it is its turn: several answers wait at a time. */
const mostBytesAtOnce = 2 * 1024 ** 2;

parentPort?.on("message", ({ number, files }: FilesToPrepare) => {
  const bodies: Buffer[] = [];
  const bytes = { before: 0 };
  const events = files.map((file) => (bytes.before > mostBytesAtOnce ? null : prepared(file, bodies, bytes)));
  const joined = new Uint8Array(bytes.before);
  joinInto(joined, bodies);
  parentPort?.postMessage({ number, events: JSON.stringify(events), bodies: joined } satisfies PreparedFiles, [
    joined.buffer,
  ]);
});

function prepared(file: string, bodies: Buffer[], bytes: { before: number }): SentEvent | null {
  const found = eventIn(file);
  if (found === undefined) return null;
  const { event, receivedAt, resourceKey, recordedHeaders, leftOut, outgoing } = found;
  const { uuid, query, headers, body } = outgoing;
  bodies.push(body);
  bytes.before += body.length;
  return { event, receivedAt, resourceKey, recordedHeaders, leftOut, uuid, query, headers, bodyBytes: body.length };
}

/** Nothing where something is wrong with it: the program says what. */
function eventIn(file: string): PreparedEvent | undefined {
  try {
    const fixture = recordingIn(file);
    return fixture && preparedEvent(fixture, file);
  } catch (cause) {
    if (cause instanceof HooksError) return undefined;
    throw cause;
  }
}

function joinInto(joined: Uint8Array, bodies: readonly Buffer[]): void {
  let place = 0;
  for (const body of bodies) {
    joined.set(body, place);
    place += body.length;
  }
}
