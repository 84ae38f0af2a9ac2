import type { HeaderList } from "../endpoint.ts";
import { uuidOf, type ReceivedEvent } from "../events/index.ts";
import {
  fixtureAgain,
  fixtureHead,
  hiddenTexts,
  sendableBody,
  sendableFixture,
  sendableHeaders,
  sendableQuery,
  serializeFixture,
  type BodyRules,
  type Fixture,
  type FixtureHead,
} from "../fixtures/index.ts";
import { splitQuery } from "../address.ts";
import { forwardableHeaders, isWellFormed } from "./forwardable.ts";

/** An event as a sink is given it. */
export interface OutgoingEvent {
  /** `subscription.changed` */
  event: string;
  uuid?: string;
  /** Where it is recorded. */
  file?: string;
  /** Of the incoming address, without the `?`; empty if there was none. */
  query: string;
  headers: HeaderList;
  body: Buffer;
  /** The fixture's JSON, for a command's standard input. */
  fixtureText(): string;
  /** What must not be shown where an answer repeats it. */
  hiddenTexts?(): readonly string[];
}

/**
 * The original bytes and all headers as they came, but for those that belong to the connection. It may wait for long, and
 * a parsed payload is up to twenty times its bytes: nothing of it is kept. `rules`: by which the fixture was made.
 */
export function outgoingFromReceived(
  { path, headers, body }: Pick<ReceivedEvent, "path" | "headers" | "body">,
  fixture: Fixture,
  { file, ...rules }: { file?: string } & BodyRules,
): OutgoingEvent {
  return {
    event: fixture.event,
    uuid: uuidOf(fixture.payload),
    file,
    query: splitQuery(path).query ?? "",
    headers: forwardableHeaders(headers),
    body,
    ...madeAgain({ path, headers, body }, fixtureHead(fixture), rules),
  };
}

/** In a scope of its own, so that what it returns keeps nothing else. */
function madeAgain(
  received: Pick<ReceivedEvent, "path" | "headers" | "body">,
  head: FixtureHead,
  rules: BodyRules,
): Pick<OutgoingEvent, "fixtureText" | "hiddenTexts"> {
  return {
    fixtureText: () => serializeFixture(fixtureAgain(received.body, head, rules).fixture),
    hiddenTexts: () => {
      const { fixture, parsed } = fixtureAgain(received.body, head, rules);
      return hiddenTexts({ ...received, parsed }, fixture);
    },
  };
}

/**
 * What a fixture tells, without its `[redacted]` places: those are named in `leftOut`. `withheld` are headers whose
 * true values were kept elsewhere than on disk, while the event waited; they are put back. Throws what `sendableBody` throws.
 */
export function outgoingFromFixture(
  fixture: Fixture,
  from: { file?: string; withheld?: HeaderList } = {},
): { outgoing: OutgoingEvent; leftOut: readonly string[] } {
  const withheld = from.withheld ?? [];
  const isWithheld = (name: string) => withheld.some(([other]) => other.toLowerCase() === name.toLowerCase());
  const sendable = sendableHeaders(fixture);
  const query = sendableQuery(fixture);
  const body = sendableBody(fixture);
  const wellFormed: (readonly [string, string])[] = [];
  const malformed: string[] = [];
  for (const header of sendable.headers) {
    const [name, value] = header;
    if (isWithheld(name)) continue;
    if (isWellFormed(name, value)) wellFormed.push(header);
    else malformed.push(name);
  }
  return {
    outgoing: {
      event: fixture.event,
      uuid: uuidOf(fixture.payload),
      file: from.file,
      fixtureText: () => serializeFixture(from.withheld === undefined ? sendableFixture(fixture) : fixture),
      query: query.query,
      headers: forwardableHeaders([...wellFormed, ...withheld]),
      body: body.body,
      hiddenTexts: () => withheld.map(([, value]) => value),
    },
    leftOut: [...sendable.leftOut.filter((name) => !isWithheld(name)), ...malformed, ...query.leftOut, ...body.leftOut],
  };
}
