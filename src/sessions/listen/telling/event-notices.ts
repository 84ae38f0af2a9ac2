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
  readonly #named: (target: Target) => NamedTarget;

  constructor({ fixtures = "", targets }: Pick<ListenOptions, "fixtures" | "targets">) {
    this.#folder = fixtures;
    this.#named = namedTargets(targets);
  }

  taken(
    { received, fixture: { event }, keeping, file, times }: RecordedEvent,
    { isShown, takers }: Decision,
  ): TakenNotice | UnrecordedNotice {
    const uuid = toldUuid(received);
    if (keeping.outcome === "failed")
      return { kind: "unrecorded", event, uuid, reason: keeping.reason, folder: this.#folder };
    return { kind: "taken", event, uuid, file, times, isShown, takers: takers.map(this.#named) };
  }

  /** What a person is shown of it; later events are told with what this one told. */
  async described(recorded: RecordedEvent): Promise<Omit<EventNotice, "number">> {
    const { received, fixture, file, times, differs } = recorded;
    const headline = this.#memory.headline(received.description);
    const changes = await this.#memory.changesIn(fixture, { at: received.receivedAt, bytes: received.body.length });
    return { kind: "event", received, fixture, file, times, differs, headline, changes };
  }
}
