import type { Target } from "../../../delivery/index.ts";
import type { EventNotice, HiddenNotice, NamedTarget, UnrecordedNotice } from "../../notice.ts";
import type { Decision } from "../filter.ts";
import type { ListenOptions } from "../options.ts";
import type { RecordedEvent } from "../recording/recorder.ts";
import { SessionMemory } from "./memory.ts";
import { namedTargets } from "./named-targets.ts";
import { toldUuid } from "./told-uuid.ts";

/** Makes the notice of each event, with what earlier ones of the session tell about it. */
export class EventNotices {
  readonly #memory = new SessionMemory();
  readonly #folder: string;
  readonly #told: (target: Target) => NamedTarget;
  #shown = 0;

  constructor({ fixtures = "", targets }: Pick<ListenOptions, "fixtures" | "targets">) {
    this.#folder = fixtures;
    this.#told = namedTargets(targets);
  }

  async of(
    recorded: RecordedEvent,
    { isShown, takers }: Decision,
  ): Promise<EventNotice | HiddenNotice | UnrecordedNotice> {
    const { received, fixture, keeping, file, times, differs } = recorded;
    const { event } = fixture;
    const uuid = toldUuid(received);
    if (keeping.outcome === "failed")
      return { kind: "unrecorded", event, uuid, reason: keeping.reason, folder: this.#folder };
    const headline = this.#memory.headline(received.description);
    const changes = await this.#memory.changesIn(fixture, { at: received.receivedAt, bytes: received.body.length });
    const taken = { event, uuid, file, times, takers: takers.map(this.#told) };
    if (!isShown) return { kind: "hidden", ...taken };
    this.#shown += 1; // only now: events that come together are told in this order
    return { kind: "event", ...taken, number: this.#shown, received, fixture, differs, headline, changes };
  }
}
