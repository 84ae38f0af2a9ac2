import { redacted, toldWithoutSecrets } from "../../../authentication/index.ts";
import { describeEvent, errorsIn, type Payload, unknownReason } from "../../../events/index.ts";
import { asInFile, mayHoldSecret, payloadText, withoutSecretFields } from "../../../fixtures/index.ts";
import type { Target } from "../../../delivery/index.ts";
import type { EventNotice, NamedTarget, TakenNotice, UnrecordedNotice } from "../../notice.ts";
import type { Decision } from "../filter.ts";
import type { ListenOptions } from "../options.ts";
import type { RecordedEvent } from "../recording/recorder.ts";
import { SessionMemory } from "./memory.ts";
import { namedTargets } from "./named-targets.ts";
import { toldUuid } from "./told-uuid.ts";

/** Makes the notices of events, with what earlier ones of the session tell about them. */
export class EventNotices {
  readonly #memory = new SessionMemory();
  readonly #folder: string;
  readonly #keepsSecrets: boolean;
  readonly #named: (target: Target) => NamedTarget;

  constructor({ fixtures = "", targets, keepSecrets }: Pick<ListenOptions, "fixtures" | "targets" | "keepSecrets">) {
    this.#folder = fixtures;
    this.#keepsSecrets = keepSecrets === true;
    this.#named = namedTargets(targets);
  }

  taken(recorded: RecordedEvent, { isShown, takers }: Decision): TakenNotice | UnrecordedNotice {
    const { fixture, keeping, file, times } = recorded;
    const { event } = fixture;
    const uuid = toldUuid(recorded);
    if (keeping.outcome === "failed")
      return { kind: "unrecorded", event, uuid, reason: keeping.reason, folder: this.#folder };
    return { kind: "taken", event, uuid, file, times, isShown, takers: takers.map(this.#named) };
  }

  /** What a person is shown of it; later events are told with what this one told. */
  described(recorded: RecordedEvent): Omit<EventNotice, "number"> {
    const { received, file, times, differs } = recorded;
    const { receivedAt, description, parsed } = received;
    const { fixture, text } = asInFile(recorded.fixture, recorded.isWhole ? received.body : undefined);
    const bytes = received.body.length;
    const { shown, shownText } = this.#keepsSecrets
      ? withoutSecrets(recorded)
      : { shown: fixture.payload, shownText: text };
    const known = parsed !== false && shown === parsed.payload ? description : describeEvent(shown);
    const headline = this.#memory.headline(known);
    const changes = this.#memory.changesIn(known, { at: receivedAt, bytes, text: shownText });
    const isTooDeep = fixture.payload === null && parsed !== false && parsed.payload !== null;
    return {
      kind: "event",
      receivedAt,
      bytes,
      isKnown: description.known,
      isTooDeep,
      fixture,
      payloadText: text,
      shown,
      shownText,
      file,
      times,
      differs,
      headline,
      names: this.#memory.namesIn(known),
      ...(isTooDeep ? { issues: 0 } : issuesOf(shown)),
      ...(!description.known && !isTooDeep && parsed !== false && whyUnknown(shown)),
      changes,
    };
  }
}

/** Of what is recorded with its secrets: bytes that are no JSON are shown as a whole, or not at all. */
function withoutSecrets({ received, fixture }: RecordedEvent): Pick<EventNotice, "shown" | "shownText"> {
  if (received.parsed === false && mayHoldSecret(received.body))
    return { shown: redacted, shownText: JSON.stringify(redacted) };
  const { fixture: shown } = withoutSecretFields(fixture);
  return { shown: shown.payload, shownText: payloadText(shown) };
}

function whyUnknown(shown: Payload): Pick<EventNotice, "whyUnknown"> {
  const reason = unknownReason(shown, toldWithoutSecrets);
  return reason === undefined ? {} : { whyUnknown: reason };
}

function issuesOf(shown: Payload): Pick<EventNotice, "issues" | "firstIssue"> {
  const { errors, first } = errorsIn(shown, toldWithoutSecrets);
  return { issues: errors, firstIssue: first };
}
