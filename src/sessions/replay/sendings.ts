import type { PresentedHeader } from "../../authentication/index.ts";
import { outgoingFromFixture, type OutgoingEvent, type Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import { Alterer, withoutSecretFields, withoutSecretHeaders, type Fixture } from "../../fixtures/index.ts";
import type { JournalTarget } from "../../state/index.ts";
import { untilAborted } from "../../waiting.ts";
import { keptTargets, type SessionJournal } from "../session-journal.ts";
import { Omissions } from "./omissions.ts";
import type { Replayable, ReplayOptions, ReplaySurroundings } from "./options.ts";
import { presentingTo, withPresented, type Presenting } from "./present.ts";

/** One event on its way to one target. */
export interface Sending {
  /** Of the fixture, as it is shown. */
  name: string;
  outgoing: OutgoingEvent;
  target: Target;
  /** What is to identify us; only in a preview it is in the event already, without its values. */
  presenting?: Presenting;
  presented: readonly PresentedHeader[];
}

interface SelectedEvent {
  fixture: Fixture;
  takers: readonly Target[];
}

type OutgoingResult = ReturnType<typeof outgoingFromFixture>;

interface PreparedDelivery {
  target: Target;
  prepared: OutgoingResult;
}

/** What turns fixtures into what is sent: select, read, alter, and find the targets of each. */
export class Sendings {
  readonly counts = { selected: 0, unreadable: 0, untaken: 0 };
  readonly #options: ReplayOptions;
  readonly #isPreview: boolean;
  readonly #notify: ReplaySurroundings["notify"];
  readonly #journal: SessionJournal;
  readonly #alterer: Alterer;
  readonly #leftOut: Omissions;
  readonly #keptOf: (target: Target) => JournalTarget;
  readonly #replayables: AsyncGenerator<Replayable>;
  #selecting: Promise<unknown> = Promise.resolve();

  constructor(
    options: ReplayOptions,
    surroundings: Pick<ReplaySurroundings, "clock" | "random" | "notify">,
    journal: SessionJournal,
    { isPreview = false } = {},
  ) {
    this.#options = options;
    this.#isPreview = isPreview;
    this.#notify = surroundings.notify;
    this.#journal = journal;
    this.#alterer = new Alterer(options.alteration, surroundings);
    this.#leftOut = new Omissions(surroundings.notify);
    this.#keptOf = keptTargets(options.targets);
    this.#replayables = oneByOne(options.fixtures);
  }

  /** Read, altered and ready, one after another; nothing is held that was sent. */
  async *all(): AsyncGenerator<Sending> {
    const { presenting } = this.#options;
    for await (const replayable of this.#replayables) {
      const selection = this.#select(replayable);
      this.#selecting = selection;
      const selected = await selection;
      if (selected === undefined) continue;
      for (const { target, prepared } of this.#deliveries(selected, replayable)) {
        const identifying = presentingTo(target, selected.fixture, presenting);
        const presented = identifying?.presenter.preview(identifying.recorded) ?? [];
        if (prepared.leftOut.length > 0) await this.#sayLeftOut(replayable, prepared, presented);
        const outgoing = this.#isPreview ? withPresented(prepared.outgoing, presented) : prepared.outgoing;
        yield { name: replayable.name, target, outgoing, presented, ...(identifying && { presenting: identifying }) };
      }
    }
  }

  /**
   * Puts the files that `all` did not come to into the journal, so that `--failed` sends them; until the signal aborts.
   * What is one of several in a file cannot be sent again; what is in no file neither, and ends it, for it may never come.
   */
  async journalRest(signal: AbortSignal): Promise<void> {
    for (;;) {
      const next = await untilAborted(this.#replayables.next(), signal);
      if (next === undefined || next.done === true) break;
      if (next.value.file !== undefined) await this.#select(next.value);
      else if (next.value.within === undefined) break;
    }
    await untilAborted(this.#selecting, signal); // what `all` was reading when it was left
  }

  /** Says what can only be known when everything was read. */
  warnAtEnd(): void {
    for (const doubt of this.counts.selected === 0 ? [] : this.#alterer.doubts())
      this.#notify({ kind: "warning", ...doubt });
  }

  /** Reads it, and notes who is to get it; undefined where it cannot be read or is not asked for. */
  async #select(replayable: Replayable): Promise<SelectedEvent | undefined> {
    const { events, targets } = this.#options;
    const fixture = await replayable.load().catch((cause: unknown) => this.#unreadable(replayable, cause));
    if (fixture === undefined || !events.matches(fixture.event)) return undefined;
    this.counts.selected += 1;
    const takers = replayable.targets ?? targets.filter(({ patterns }) => patterns.matches(fixture.event));
    // What nobody takes is not in the journal: it would hide what an earlier run owes.
    if (takers.length === 0) this.counts.untaken += 1;
    else
      this.#journal.received(
        { event: fixture.event, file: replayable.file },
        takers.map((taker) => this.#keptOf(taker)),
        replayable.insteadOf,
      );
    return { fixture, takers };
  }

  /** What goes to which target, altered, as often as asked; nothing is awaited between two of them. */
  *#deliveries({ fixture, takers }: SelectedEvent, replayable: Replayable): Generator<PreparedDelivery> {
    const { times, alteration } = this.#options;
    const altered = this.#attempted(replayable, () => this.#alterer.alter(fixture));
    if (altered === undefined) return;
    let prepared: OutgoingResult | undefined;
    for (let time = 0; time < times; time += 1) {
      for (const target of takers) {
        if (prepared === undefined || alteration.fresh)
          prepared = this.#attempted(replayable, () => this.#prepare(altered, replayable));
        if (prepared === undefined) return;
        yield { target, prepared };
      }
    }
  }

  #prepare(fixture: Fixture, replayable: Replayable): OutgoingResult {
    const fresh = this.#alterer.freshen(fixture);
    return this.#isPreview
      ? this.#prepareShown(fresh, replayable)
      : outgoingFromFixture(fresh, { file: replayable.file });
  }

  /** A preview is printed: without what looks like a secret in the payload. */
  #prepareShown(fixture: Fixture, { name, file }: Replayable): OutgoingResult {
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

async function* oneByOne(replayables: ReplayOptions["fixtures"]): AsyncGenerator<Replayable> {
  yield* replayables;
}
