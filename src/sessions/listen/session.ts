import type { EventPatterns, ReceivedEvent } from "../../events/index.ts";
import { takeEvent, type Recorded, type RunningServer } from "../../listener/index.ts";
import type { Clock } from "../../clock.ts";
import { within } from "../../waiting.ts";
import type { EndingWatch } from "./ending.ts";
import type { Forwarder } from "./forwarder.ts";
import type { ListenOptions } from "./options.ts";
import type { Recorder } from "./recorder.ts";
import { fileOf, type Reporter } from "./reporter.ts";

/** What a session is made of. */
export interface SessionParts {
  options: ListenOptions;
  clock: Clock;
  recorder: Recorder;
  reporter: Reporter;
  forwarder: Forwarder;
  watch: EndingWatch;
}

/** After Ctrl-C, what is in flight has so long. */
const graceMs = 2_000;
/** For the answers that waited for the deliveries to leave. */
const answeringMs = 500;

/** What happens to each event between its sender and its targets. */
export class Session {
  readonly #parts: SessionParts;
  #events: EventPatterns;
  #isPaused = false;
  #askingGit: Promise<void> | undefined;
  #last: { event: string; sendAgain(): void } | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#events = parts.options.events;
  }

  take(received: ReceivedEvent): Promise<number> {
    const { options, recorder } = this.#parts;
    return takeEvent(received, {
      answerWithHandlers: options.answerWithHandlers,
      record: (event) => recorder.record(event),
      notify: (event, recorded) => this.#notify(event, recorded),
      forward: (event, recorded, showing) => this.#forward(event, recorded, showing),
    });
  }

  /** Sends the last event again to every target that takes it; resolves with its name, if one came. */
  replayLast(): string | undefined {
    this.#last?.sendAgain();
    return this.#last?.event;
  }

  filter(events: EventPatterns): void {
    this.#events = events;
  }

  togglePause(): void {
    const { forwarder, reporter } = this.#parts;
    this.#isPaused = !this.#isPaused;
    if (this.#isPaused) forwarder.pause();
    else forwarder.resume();
    reporter.paused(this.#isPaused, forwarder.pending());
  }

  /** Takes no more; gives deliveries their time: all they need where it ends by itself, two seconds after Ctrl-C. */
  async end(
    server: RunningServer,
    signal: AbortSignal,
  ): Promise<{ interrupted: boolean; failed: boolean; missing: boolean }> {
    const { options, clock, forwarder, reporter, watch } = this.#parts;
    const { interrupted, missing } = await watch.reached;
    const closed = server.close();
    const received = within(clock, graceMs, closed);
    if (!interrupted && !this.#isPaused) {
      await received; // what is still being received is to be delivered too
      await forwarder.idle(signal);
    }
    await Promise.all([received, forwarder.close(graceMs)]);
    if (options.answerWithHandlers) await within(clock, answeringMs, closed);
    server.drop();
    await closed;
    await this.#askingGit;
    const { failed } = await reporter.ended(missing);
    return { interrupted, failed, missing: missing !== undefined };
  }

  async #notify(received: ReceivedEvent, recorded: Recorded): Promise<Told> {
    const { forwarder, reporter } = this.#parts;
    const { fixture, taken } = recorded;
    const isShown = this.#events.matches(fixture.event);
    const takers = isShown && received.parsed !== false ? forwarder.takers(fixture.event) : [];
    const number = await reporter.came(received, recorded, { isShown, takers });
    const file = fileOf(taken.keeping);
    if (file !== undefined) this.#askingGit ??= this.#askGit(file);
    return { number, isShown };
  }

  #forward(received: ReceivedEvent, recorded: Recorded, { number, isShown }: Told): () => Promise<number> {
    const { forwarder, watch } = this.#parts;
    const { event } = recorded.fixture;
    const send = () => forwarder.forward(received, recorded, number);
    const answered = isShown ? send() : () => Promise.resolve(200);
    if (isShown) this.#last = { event, sendAgain: send };
    if (isShown && recorded.taken.times === 1) watch.shown();
    watch.came(event);
    return answered;
  }

  /** Once, after the first recording: customers' data must not slip into a commit. */
  async #askGit(file: string): Promise<void> {
    const { recorder, reporter } = this.#parts;
    if (await recorder.gitWouldTrack(file)) reporter.trackedByGit(file);
  }
}

/** What telling of an event decided. */
interface Told {
  /** 0 where it is not shown. */
  number: number;
  isShown: boolean;
}
