import type { HeaderList } from "../endpoint.ts";
import type { EventDescription, Payload } from "./event.ts";

/** An event as it arrived. */
export interface ReceivedEvent {
  receivedAt: Date;
  method: string;
  /** Path and query below the webhook path: `/`, `/?tenant=7`. */
  path: string;
  headers: HeaderList;
  /** Those that a tunnel of ours set; they are not among `headers`. */
  addedByTunnel?: HeaderList;
  /** The body's bytes, already decoded where they came gzip'd. */
  body: Buffer;
  /** `false` where the body is not JSON in valid UTF-8: the event is then named `invalid`. */
  parsed: { payload: Payload } | false;
  description: EventDescription;
}
