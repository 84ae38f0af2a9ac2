import { needsToPresent, type PresentedHeader } from "../../authentication/index.ts";
import { outgoingFromFixture, type OutgoingEvent, type Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import { createAlterer, type Fixture } from "../../fixtures/index.ts";
import { untilAborted } from "../../waiting.ts";
import { keptTargets, type SessionJournal } from "../session-journal.ts";
import type { Replayable, ReplayOptions, ReplaySurroundings } from "./options.ts";

/** One event on its way to one target. */
export interface Sending {
  /** Of the fixture, as it is shown. */
  name: string;
  outgoing: OutgoingEvent;
  target: Target;
  /** Of its headers those that identify us. */
  presented: readonly PresentedHeader[];
}

export interface Sendings {
  /** Read, altered and ready, one after another; nothing is held that was sent. */
  all(): AsyncIterable<Sending>;
  /**
   * Puts the files that `all` did not come to into the journal, so that `--failed` sends them; until the signal aborts.
   * What is in no file cannot be sent again, and ends it.
   */
  journalRest(signal: AbortSignal): Promise<void>;
  counts: { selected: number; unreadable: number; untaken: number };
  /** Says what can only be known when everything was read. */
  warnAtEnd(): void;
}

/** What turns fixtures into what is sent: select, read, alter, and find the targets of each. */
export function prepareSendings(
  options: ReplayOptions,
  surroundings: Pick<ReplaySurroundings, "clock" | "random" | "notify">,
  journal: SessionJournal,
): Sendings {
  const { notify } = surroundings;
  const alterer = createAlterer(options.alteration, surroundings);
  const counts = { selected: 0, unreadable: 0, untaken: 0 };
  const saidLeftOut = new Set<string>();
  const keptOf = keptTargets(options.targets);
  const replayables = oneByOne(options.fixtures);
  let selecting: Promise<unknown> = Promise.resolve();

  return {
    counts,
    async *all() {
      for await (const replayable of replayables) yield* sendingsOf(replayable);
    },
    async journalRest(signal) {
      for (;;) {
        const next = await untilAborted(replayables.next(), signal);
        if (next === undefined || next.done === true || next.value.file === undefined) break;
        await select(next.value);
      }
      await untilAborted(selecting, signal); // what `all` was reading when it was left
    },
    warnAtEnd() {
      for (const path of counts.selected === 0 ? [] : alterer.unmatched())
        notify({ kind: "warning", about: "path unmatched", path });
    },
  };

  async function* sendingsOf(replayable: Replayable): AsyncGenerator<Sending> {
    const selection = select(replayable);
    selecting = selection;
    const selected = await selection;
    if (selected === undefined) return;
    const altered = await attempted(replayable, async () => alterer.alter(selected.fixture));
    if (altered !== undefined) yield* repeated(altered, replayable, selected.takers);
  }

  /** Reads it, and notes who is to get it; undefined where it cannot be read or is not asked for. */
  async function select(replayable: Replayable): Promise<{ fixture: Fixture; takers: readonly Target[] } | undefined> {
    const fixture = await attempted(replayable, async () => replayable.load());
    if (fixture === undefined || !options.events.matches(fixture.event)) return undefined;
    counts.selected += 1;
    const takers = replayable.targets ?? options.targets.filter(({ patterns }) => patterns.matches(fixture.event));
    // What nobody takes is not in the journal: it would hide what an earlier run owes.
    if (takers.length === 0) counts.untaken += 1;
    else journal.received({ event: fixture.event, file: replayable.file }, takers.map(keptOf));
    return { fixture, takers };
  }

  async function* repeated(
    fixture: Fixture,
    replayable: Replayable,
    takers: readonly Target[],
  ): AsyncGenerator<Sending> {
    const { name } = replayable;
    let prepared: ReturnType<typeof prepare> | undefined;
    for (let time = 0; time < options.times; time += 1) {
      for (const target of takers) {
        if (prepared === undefined || options.alteration.fresh) {
          prepared = await attempted(replayable, async () => prepare(fixture, replayable));
        }
        if (prepared === undefined) return;
        yield { name, target, ...(await addressed(prepared, fixture, name, target)) };
      }
    }
  }

  function prepare(fixture: Fixture, { file }: Replayable) {
    return outgoingFromFixture(alterer.freshen(fixture), { file });
  }

  async function addressed(
    { outgoing, leftOut }: ReturnType<typeof prepare>,
    fixture: Fixture,
    name: string,
    target: Target,
  ): Promise<Pick<Sending, "outgoing" | "presented">> {
    const { presenting } = options;
    const recorded = Object.keys(fixture.request.headers);
    const isPresented = target.address.takesHeaders && presenting?.to(target) === true;
    const presented = isPresented ? await presenting.presenter.headersFor(recorded) : [];
    const names = new Set(presented.map((header) => header.name));
    const places = leftOut.filter((place) => !names.has(place) && !saidLeftOut.has(place));
    for (const place of places) saidLeftOut.add(place);
    if (places.length > 0) notify({ kind: "left out", name, places, presentedWith: await needsToPresent(places) });
    return { outgoing: withHeaders(outgoing, presented), presented };
  }

  /** One bad fixture among good ones is said and counted, and the others are sent. */
  async function attempted<Value>({ name }: Replayable, act: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await act();
    } catch (cause) {
      if (!(cause instanceof HooksError)) throw cause;
      counts.unreadable += 1;
      notify({ kind: "unreadable", name, message: cause.message, hint: cause.hint });
      return undefined;
    }
  }
}

function withHeaders(outgoing: OutgoingEvent, presented: readonly PresentedHeader[]): OutgoingEvent {
  if (presented.length === 0) return outgoing;
  const names = new Set(presented.map(({ name }) => name));
  const others = outgoing.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...outgoing, headers: [...others, ...presented.map(({ name, value }) => [name, value] as const)] };
}

async function* oneByOne(replayables: ReplayOptions["fixtures"]): AsyncGenerator<Replayable> {
  yield* replayables;
}
