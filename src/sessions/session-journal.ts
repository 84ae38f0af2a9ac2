import type { Attempt, Target } from "../delivery/index.ts";
import type { Clock } from "../clock.ts";
import {
  journalForm,
  openJournal,
  type Journal,
  type JournalTarget,
  type KeptSelection,
  type StartTarget,
  type ProjectState,
} from "../state/index.ts";

/** The event that a line of the journal is about. */
export interface JournalEvent {
  event: string;
  uuid?: string;
  file?: string;
}

export interface SessionJournal {
  /**
   * `insteadOf`: where the event was owed until these takers were named. Resolves when the journal is open, and tells of
   * it as its `write` says.
   */
  received(
    event: JournalEvent,
    takers: readonly JournalTarget[],
    insteadOf?: readonly JournalTarget[],
  ): Promise<void> | void;
  refused(reason: string): void;
  attempted(event: JournalEvent, target: JournalTarget, attempt: Attempt): void;
  /** When it returns, a run's journal has every line, also where this process ends then. */
  flush(): void;
  /** `interrupted`: before all that was chosen was sent. */
  close(how?: { interrupted?: boolean }): Promise<void>;
}

export interface SessionJournalSurroundings {
  command: "listen" | "replay";
  clock: Clock;
  processId: number;
  state: ProjectState | undefined;
  fixtures: string | undefined;
  targets: readonly Target[];
  /** How a run chose its events. */
  selection?: KeptSelection;
  /** Journals of runs of which it sends all the rest. */
  resumes?: readonly string[];
  onFailure(cause: Error): void;
}

/** Writes what `replay --failed` and the summaries of later commands read; without a state folder, nothing. */
export async function openSessionJournal(surroundings: SessionJournalSurroundings): Promise<SessionJournal> {
  const { clock, state, command, processId, onFailure, fixtures = "", targets, selection, resumes } = surroundings;
  if (state === undefined) return noJournal;
  const journal = await openJournal(state, { command, clock, processId, onFailure });
  const keptOf = keptTargets(targets);
  const startTargets = targets.map((target) => startTarget(target, keptOf(target)));
  const at = clock.now().toISOString();
  const chosen = { selection, resumes };
  journal.write({ type: "start", form: journalForm, at, command, fixtures, targets: startTargets, ...chosen });
  return new OpenJournal(journal, clock);
}

/** Where nothing is kept. */
export const noJournal: SessionJournal = {
  received: () => undefined,
  refused: () => undefined,
  attempted: () => undefined,
  flush: () => undefined,
  close: () => Promise.resolve(),
};

/** Tells the time with each line. */
class OpenJournal implements SessionJournal {
  readonly #journal: Journal;
  readonly #clock: Clock;
  #written = { moment: Number.NaN, text: "" };

  constructor(journal: Journal, clock: Clock) {
    this.#journal = journal;
    this.#clock = clock;
  }

  received(
    { event, uuid, file }: JournalEvent,
    targets: readonly JournalTarget[],
    insteadOf?: readonly JournalTarget[],
  ): void {
    this.#journal.write({ type: "received", at: this.#at(), event, uuid, file, targets, insteadOf });
  }

  refused(reason: string): void {
    this.#journal.write({ type: "refused", at: this.#at(), reason });
  }

  attempted({ event, uuid, file }: JournalEvent, target: JournalTarget, attempt: Attempt): void {
    const ms = Math.round(attempt.durationMs);
    const status = attempt.outcome === "failed" ? undefined : attempt.words.status;
    const error = attempt.outcome === "failed" ? attempt.reason : undefined;
    const delivered = attempt.outcome === "accepted";
    const at = this.#at();
    this.#journal.write({ type: "delivery", at, event, uuid, file, target, delivered, ms, status, error });
  }

  flush(): void {
    this.#journal.flush();
  }

  async close({ interrupted = false } = {}): Promise<void> {
    this.#journal.write({ type: "end", at: this.#at(), ...(interrupted && { interrupted }) });
    await this.#journal.close();
  }

  /** Several lines share a millisecond, and to write one takes a while. */
  #at(): string {
    const now = this.#clock.now();
    const moment = now.getTime();
    if (moment !== this.#written.moment) this.#written = { moment, text: now.toISOString() };
    return this.#written.text;
  }
}

/** The same, opened with its first line: a run that comes to send nothing does not hide the last one from `--failed`. */
export class JournalOnDemand implements SessionJournal {
  readonly #surroundings: SessionJournalSurroundings;
  #opening: Promise<SessionJournal> | undefined;
  #opened: SessionJournal | undefined;

  constructor(surroundings: SessionJournalSurroundings) {
    this.#surroundings = surroundings;
  }

  received(...what: Parameters<SessionJournal["received"]>): Promise<void> | void {
    return this.#write((journal) => journal.received(...what));
  }

  refused(...what: Parameters<SessionJournal["refused"]>): void {
    void this.#write((journal) => journal.refused(...what));
  }

  attempted(...what: Parameters<SessionJournal["attempted"]>): void {
    void this.#write((journal) => journal.attempted(...what));
  }

  flush(): void {
    this.#opened?.flush();
  }

  async close(how?: { interrupted?: boolean }): Promise<void> {
    await (await this.#opening)?.close(how);
  }

  #write(act: (journal: SessionJournal) => Promise<void> | void): Promise<void> | void {
    return this.#opened === undefined ? this.#writeFirst(act) : act(this.#opened);
  }

  async #writeFirst(act: (journal: SessionJournal) => Promise<void> | void): Promise<void> {
    this.#opening ??= openSessionJournal(this.#surroundings);
    const journal = await this.#opening;
    this.#opened = journal;
    return act(journal);
  }
}

/** What may be kept of each of a session's targets; one that is not among them has no place there. */
export function keptTargets(targets: readonly Target[]): (target: Target) => JournalTarget {
  // Once a target, not once a line: its address is redacted each time it is asked for.
  const kept = new Map(targets.map((target, index) => [target, { ...target.address.kept, number: index + 1 }]));
  return (target) => kept.get(target) ?? { ...target.address.kept, number: 0 };
}

function startTarget({ address, patterns, headers }: Target, kept: JournalTarget): StartTarget {
  const names = headers.map(([name]) => name.toLowerCase());
  return { ...kept, patterns: patterns.text, credentials: address.hasCredentials, headers: names };
}
