import { basename } from "node:path";
import { isGiven, journalFiles, type JournalLine, type JournalTarget, type StartTarget } from "../journal.ts";
import type { ProjectState } from "../project.ts";
import { byTime, writerOf } from "./by-time.ts";
import { linesIn } from "./lines.ts";
import { isSame, Owed, Unrecorded, type FailedEvent } from "./owed.ts";
import { Run, type UnfinishedRun } from "./run.ts";

/** What the last `listen` session that was given something, and the runs since, leave to `--failed`. */
export interface Account {
  events: FailedEvent[];
  /** Where one of these events is owed; nowhere for any other. */
  owedAt(file: string): readonly JournalTarget[];
  /** Deliveries that were not made, of events in no file of their own. */
  unrecorded: number;
  /** Of these deliveries, those that may have been made: the process ended before it noted what came of them. */
  inDoubt: number;
  /** Runs that ended before they came to all that was chosen. */
  unfinished: UnfinishedRun[];
  /** When runs began that go on: what they are about to deliver is left to them. */
  running: Date[];
  /** All targets that these sessions and runs began with. */
  targets: StartTarget[];
}

/** Whether a process runs that may have run at that moment. */
type IsAlive = (processId: number, since: Date) => boolean;

/** Undefined where no session or run was given something. Reads journals line by line, and holds what is still owed. */
export async function readAccount(state: ProjectState, isAlive: IsAlive): Promise<Account | undefined> {
  const session = await lastSession(state);
  const runs = await journalFiles(state, ["replay"]);
  const since = session?.since ?? "";
  const later = runs.filter(({ writtenAt }) => since === "" || writtenAt >= Date.parse(since));
  const files = later.map(({ file }) => file).toReversed();
  const reckoning = new Reckoning(since);
  for await (const { file, lines } of byTime([...(session === undefined ? [] : [session.file]), ...files]))
    for (const line of lines) reckoning.take(basename(file), line);
  return reckoning.result(isAlive);
}

/** The one that was given something last, and when it began. */
async function lastSession(state: ProjectState): Promise<{ file: string; since: string } | undefined> {
  for (const { file } of await journalFiles(state, ["listen"])) {
    let since: string | undefined;
    for await (const lines of linesIn(file)) {
      since ??= lines[0]?.at;
      if (lines.some(isGiven)) return { file, since: since ?? "" };
    }
  }
  return undefined;
}

class Reckoning {
  readonly #since: string;
  readonly #owed = new Owed();
  readonly #unrecorded = new Map<string, Unrecorded>();
  readonly #runs = new Map<string, Run>();
  readonly #targets: StartTarget[] = [];
  #isEmpty = true;

  constructor(since: string) {
    this.#since = since;
  }

  take(journal: string, line: JournalLine): void {
    if (line.type === "start") this.#begin(journal, line);
    for (const run of this.#runs.values())
      if (run.journal === journal) run.takeOwn(line);
      else run.takeOther(line);
    if (line.type === "end" && line.interrupted !== true) this.#finish(journal);
    // Of a run that began before the session, what came before that does not count.
    if (!isGiven(line) || line.at < this.#since) return;
    this.#isEmpty = false;
    this.#owed.take(line);
    this.#unrecordedOf(journal).take(line);
  }

  result(isAlive: IsAlive): Account | undefined {
    if (this.#isEmpty) return undefined;
    const running = [...this.#runs.values()].filter((run) => isRunning(run, isAlive));
    // What these resume is left to them too.
    const resumed = new Set(running.flatMap(({ start }) => start.resumes ?? []));
    const left = [...this.#runs.values()].filter((run) => running.includes(run) || resumed.has(run.journal));
    for (const { unanswered } of left)
      for (const [file, targets] of unanswered) for (const target of targets) this.#owed.settle(file, target);
    const ended = [...this.#runs.values()].filter((run) => !left.includes(run));
    return {
      events: this.#owed.events,
      owedAt: (file) => this.#owed.at(file),
      unrecorded: [...this.#unrecorded.values()].reduce((sum, { count }) => sum + count, 0),
      inDoubt: this.#inDoubt(ended),
      unfinished: ended.flatMap((run) => run.unfinished(beganAt(run)) ?? []),
      running: running.map(beganAt),
      targets: this.#targets,
    };
  }

  #begin(journal: string, start: Extract<JournalLine, { type: "start" }>): void {
    this.#targets.push(...start.targets);
    if (start.command === "replay") this.#runs.set(journal, new Run(journal, start));
  }

  /** What it had to send it came to, and to the rest of those that it resumed. */
  #finish(journal: string): void {
    for (const name of this.#runs.get(journal)?.start.resumes ?? []) this.#runs.delete(name);
    this.#runs.delete(journal);
  }

  #unrecordedOf(journal: string): Unrecorded {
    const known = this.#unrecorded.get(journal) ?? new Unrecorded();
    this.#unrecorded.set(journal, known);
    return known;
  }

  /** Each once, though several runs may have ended over it. */
  #inDoubt(runs: readonly Run[]): number {
    const doubted = new Map<string, readonly JournalTarget[]>();
    for (const { unanswered } of runs)
      for (const [file, targets] of unanswered) doubted.set(file, [...(doubted.get(file) ?? []), ...targets]);
    return [...doubted].reduce((sum, [file, targets]) => {
      return sum + this.#owed.at(file).filter((owed) => targets.some((one) => isSame(one, owed))).length;
    }, 0);
  }
}

function isRunning(run: Run, isAlive: IsAlive): boolean {
  const writer = writerOf(run.journal);
  return !run.hasEnded && writer !== undefined && isAlive(writer.processId, writer.startedAt);
}

function beganAt({ journal, start }: Run): Date {
  return writerOf(journal)?.startedAt ?? new Date(start.at);
}
