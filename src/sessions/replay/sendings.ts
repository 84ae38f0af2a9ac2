import type { PresentedHeader } from "../../authentication/index.ts";
import { type Attempt, outgoingFromFixture, type OutgoingEvent, type Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import {
  Alterer,
  meets,
  meetsOutside,
  withoutSecretFields,
  withoutSecretHeaders,
  type Criteria,
  type Fixture,
} from "../../fixtures/index.ts";
import type { JournalTarget } from "../../state/index.ts";
import { keptTargets, type SessionJournal } from "../session-journal.ts";
import { Lanes } from "./lanes.ts";
import { Omissions } from "./omissions.ts";
import type { Replayable, ReplayOptions, ReplaySurroundings } from "./options.ts";
import { areSentAsTheyLie } from "./preparing/open-thread.ts";
import { type EventFacts, factsOf, type PreparedEvent } from "./preparing/prepared-event.ts";
import { presentingTo, withPresented, type Presenting } from "./present.ts";

/** One event on its way to one target. */
export interface Sending {
  /** Of the fixture, as it is shown. */
  name: string;
  outgoing: OutgoingEvent;
  target: Target;
  /** Counts the events from 1; copies of one have the same. */
  number: number;
  /** In which it keeps its order, where it keeps one. */
  lane?: string;
  /** When its event was received, in ms of the epoch; NaN where that does not matter or is not known. */
  receivedAt: number;
  /** When it was to set out, on the clock's `elapsed`; undefined where that is as soon as there is a place. */
  dueAt?: number;
  /** Which attempt it is, counted from 1, and what the one before came to. */
  attempt: number;
  before?: Attempt;
  /** What it is made of, where each delivery has a new uuid and its own time: those are made when it sets out. */
  toFreshen?: Fixture;
  /** What is to identify us; only in a preview it is in the event already, without its values. */
  presenting?: Presenting;
  presented: readonly PresentedHeader[];
}

type OutgoingResult = Pick<PreparedEvent, "outgoing" | "leftOut">;

interface FoundEvent {
  facts: EventFacts;
  /** Undefined where it was read ahead. */
  fixture: Fixture | undefined;
  ready: OutgoingResult | undefined;
}

interface SelectedEvent extends FoundEvent {
  takers: readonly Target[];
}

/** What turns fixtures into what is sent: select, read, alter, and find the targets of each. */
export class Sendings {
  readonly counts = { selected: 0, unreadable: 0, untaken: 0 };
  readonly #options: ReplayOptions;
  readonly #isPreview: boolean;
  readonly #takesPrepared: boolean;
  readonly #notify: ReplaySurroundings["notify"];
  readonly #journal: SessionJournal;
  readonly #alterer: Alterer;
  readonly #leftOut: Omissions;
  readonly #keptOf: (target: Target) => JournalTarget;
  readonly #lanes: Lanes;
  #number = 0;

  constructor(
    options: ReplayOptions,
    surroundings: Pick<ReplaySurroundings, "clock" | "random" | "notify">,
    journal: SessionJournal,
    { isPreview = false } = {},
  ) {
    this.#options = options;
    this.#isPreview = isPreview;
    this.#takesPrepared = !isPreview && areSentAsTheyLie(options);
    this.#notify = surroundings.notify;
    this.#journal = journal;
    this.#alterer = new Alterer(options.alteration, surroundings);
    this.#leftOut = new Omissions(surroundings.notify);
    this.#keptOf = keptTargets(options.targets);
    this.#lanes = new Lanes(options);
  }

  /** Of the event that was read last. */
  get number(): number {
    return this.#number;
  }

  /** Of each event what goes out of it: read, altered and ready, one after another; nothing is held that was sent. */
  async *all(): AsyncGenerator<Iterable<Sending>> {
    for await (const replayable of this.#options.fixtures) {
      const selected = await this.#select(replayable);
      const sendings = selected === undefined ? [] : await this.#sendingsOf(selected, replayable);
      if (sendings.length > 0) yield this.#copiesOf(sendings);
    }
  }

  /** With a new uuid and the present time, where that was asked for. Call it once, when it sets out. */
  freshened(sending: Sending): Sending {
    const { toFreshen, name, outgoing, presented } = sending;
    if (toFreshen === undefined) return sending;
    const prepared = this.#prepare(toFreshen, { name, ...(outgoing.file !== undefined && { file: outgoing.file }) });
    const { toFreshen: _, ...rest } = sending;
    return { ...rest, outgoing: this.#shown(prepared.outgoing, presented) };
  }

  /** Says what can only be known when everything was read. */
  warnAtEnd(): void {
    for (const doubt of this.counts.selected === 0 ? [] : this.#alterer.doubts())
      this.#notify({ kind: "warning", ...doubt });
  }

  /** Reads it, and notes who is to get it; undefined where it cannot be read or is not asked for. */
  async #select(replayable: Replayable): Promise<SelectedEvent | undefined> {
    const { criteria, targets } = this.#options;
    const found = this.#readAhead(replayable) ?? (await this.#read(replayable));
    if (found === undefined || !isMeant(found, criteria)) return undefined;
    if (replayable.criteria !== undefined && !isMeant(found, replayable.criteria)) return undefined;
    this.counts.selected += 1;
    const { facts, fixture, ready } = found;
    const { event } = facts;
    const takers = (replayable.targets ?? targets).filter(({ patterns }) => patterns.matches(event));
    // What nobody takes is not in the journal: it would hide what an earlier run owes.
    if (takers.length === 0) this.counts.untaken += 1;
    else
      await this.#journal.received(
        { event, file: replayable.file },
        takers.map((taker) => this.#keptOf(taker)),
        replayable.insteadOf,
      );
    return { facts, fixture, ready, takers };
  }

  #readAhead({ prepared }: Replayable): FoundEvent | undefined {
    return prepared && this.#takesPrepared ? { facts: prepared, fixture: undefined, ready: prepared } : undefined;
  }

  async #read(replayable: Replayable): Promise<FoundEvent | undefined> {
    const fixture = await replayable.load().catch((cause: unknown) => this.#unreadable(replayable, cause));
    return fixture && { facts: factsOf(fixture), fixture, ready: undefined };
  }

  /** One for each target; none where it cannot be sent, which is said. */
  async #sendingsOf({ facts, fixture, ready, takers }: SelectedEvent, replayable: Replayable): Promise<Sending[]> {
    const { presenting, timing, alteration } = this.#options;
    const altered = fixture && this.#attempted(replayable, () => this.#alterer.alter(fixture));
    // Also where it is made anew when it sets out: what cannot be made shows before.
    const prepared = altered ? this.#attempted(replayable, () => this.#prepare(altered, replayable)) : ready;
    if (prepared === undefined) return [];
    const isPaced = timing !== undefined && "pace" in timing;
    this.#number += 1;
    const lane = this.#lanes.of(facts.resourceKey);
    const sendings: Sending[] = [];
    for (const target of takers) {
      const identifying = presentingTo(target, facts.recordedHeaders, presenting);
      const presented = identifying?.presenter.preview(identifying.recorded) ?? [];
      if (prepared.leftOut.length > 0) await this.#sayLeftOut(replayable, prepared, presented);
      // Spelled out: a spread makes a new shape for each object, which takes longer than all the rest of this.
      sendings.push({
        name: replayable.name,
        outgoing: this.#shown(prepared.outgoing, presented),
        target,
        number: this.#number,
        lane: lane === undefined ? undefined : this.#lanes.at(target, lane),
        receivedAt: isPaced ? Date.parse(facts.receivedAt) : Number.NaN,
        dueAt: undefined,
        attempt: 1,
        before: undefined,
        toFreshen: alteration.fresh ? altered : undefined,
        presenting: identifying,
        presented,
      });
    }
    return sendings;
  }

  *#copiesOf(sendings: readonly Sending[]): Generator<Sending> {
    for (let time = 0; time < this.#options.times; time += 1) yield* sendings;
  }

  /** In a preview what is presented stands in it, without its values. */
  #shown(outgoing: OutgoingEvent, presented: readonly PresentedHeader[]): OutgoingEvent {
    return this.#isPreview ? withPresented(outgoing, presented) : outgoing;
  }

  #prepare(fixture: Fixture, replayable: Pick<Replayable, "name" | "file">): OutgoingResult {
    const fresh = this.#alterer.freshen(fixture);
    return this.#isPreview
      ? this.#prepareShown(fresh, replayable)
      : outgoingFromFixture(fresh, { file: replayable.file });
  }

  /** A preview is printed: without what looks like a secret in the payload. */
  #prepareShown(fixture: Fixture, { name, file }: Pick<Replayable, "name" | "file">): OutgoingResult {
    const shown = withoutSecretFields(fixture);
    this.#leftOut.sayHidden(name, shown.places);
    const { outgoing, leftOut } = outgoingFromFixture(shown.fixture, { file });
    const { fixtureText } = outgoingFromFixture(withoutSecretHeaders(shown.fixture)).outgoing;
    return {
      outgoing: { ...outgoing, fixtureText },
      leftOut: leftOut.filter((place) => !shown.places.includes(place)),
    };
  }

  /** What is presented instead is not missing. */
  #sayLeftOut({ name }: Replayable, { leftOut }: OutgoingResult, presented: Sending["presented"]): Promise<void> {
    const names = new Set(presented.map((header) => header.name));
    return this.#leftOut.say(
      name,
      leftOut.filter((place) => !names.has(place)),
    );
  }

  #attempted<Value>(replayable: Replayable, act: () => Value): Value | undefined {
    try {
      return act();
    } catch (cause) {
      return this.#unreadable(replayable, cause);
    }
  }

  /** One bad fixture among good ones is said and counted, and the others are sent. */
  #unreadable({ name }: Replayable, cause: unknown): undefined {
    if (!(cause instanceof HooksError)) throw cause;
    this.counts.unreadable += 1;
    this.#notify({ kind: "unreadable", name, message: cause.message, hint: cause.hint });
  }
}

/** Of one that was read ahead no payload is asked for. */
function isMeant({ facts, fixture }: FoundEvent, criteria: Criteria): boolean {
  return fixture === undefined ? meetsOutside(facts, criteria) : meets(fixture, criteria);
}
