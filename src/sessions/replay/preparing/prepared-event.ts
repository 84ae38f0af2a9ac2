import { outgoingFromFixture, type OutgoingEvent } from "../../../delivery/index.ts";
import { resourceKeyOf } from "../../../events/index.ts";
import type { Fixture } from "../../../fixtures/index.ts";

/** What has to be known of an event to send it. */
export interface EventFacts {
  event: string;
  receivedAt: string;
  /** As `resourceKeyOf` says. */
  resourceKey: string | undefined;
  /** The names of the headers that it came with, in lower case. */
  recordedHeaders: readonly string[];
}

/** One that is ready to be sent. */
export interface PreparedEvent extends EventFacts {
  outgoing: OutgoingEvent;
  /** Places that are not sent, for they are redacted. */
  leftOut: readonly string[];
}

/** Throws what `outgoingFromFixture` throws. */
export function preparedEvent(fixture: Fixture, file: string | undefined): PreparedEvent {
  const { event, receivedAt, resourceKey, recordedHeaders } = factsOf(fixture);
  const { outgoing, leftOut } = outgoingFromFixture(fixture, { file });
  return { event, receivedAt, resourceKey, recordedHeaders, outgoing, leftOut };
}

export function factsOf({ event, receivedAt, request, payload }: Fixture): EventFacts {
  return { event, receivedAt, resourceKey: resourceKeyOf(payload), recordedHeaders: Object.keys(request.headers) };
}
