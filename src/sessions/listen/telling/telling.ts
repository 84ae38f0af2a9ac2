import type { Acceptance } from "../../../authentication/index.ts";
import type { EventNotice, Notice, ReadyNotice, WarningNotice } from "../../notice.ts";
import type { Decision } from "../filter.ts";
import type { ListenOptions, ListenSurroundings } from "../options.ts";
import type { RecordedEvent, Recorder } from "../recording/recorder.ts";
import { Announcement } from "./announcement.ts";
import { Audience } from "./audience.ts";
import { EventNotices } from "./event-notices.ts";
import { ListenJournal } from "./listen-journal.ts";
import { readyNotice } from "./ready-notice.ts";
import { RedactedSecrets } from "./redacted-secrets.ts";
import { Refusals } from "./refusals.ts";
import { Tally } from "./tally.ts";
import { GitWatch } from "./git-watch.ts";
import { RestartWatch } from "./restart-watch.ts";
import { UntilReady } from "./until-ready.ts";

/** What a session says, and who follows it: the tally, the journal, other runs, git's question, and the views. */
export class Telling {
  readonly #events: EventNotices;
  readonly #parts: { acceptance: Acceptance; options: ListenOptions; surroundings: ListenSurroundings };
  readonly #tally = new Tally();
  readonly #views: UntilReady;
  readonly #git: GitWatch;
  readonly #secrets: RedactedSecrets;
  readonly #audience: Audience;
  readonly #began: number;
  #shown = 0;

  constructor(
    { recorder, acceptance }: { recorder: Recorder; acceptance: Acceptance },
    options: ListenOptions,
    surroundings: ListenSurroundings,
  ) {
    const { clock, views } = surroundings;
    const warn = (notice: WarningNotice) => this.tell(notice);
    const onFailure = (cause: Error) => warn({ kind: "warning", about: "journal unwritable", of: "session", cause });
    this.#parts = { acceptance, options, surroundings };
    this.#events = new EventNotices(options);
    this.#views = new UntilReady(new Audience(views));
    this.#git = new GitWatch(recorder, warn);
    this.#secrets = new RedactedSecrets(warn);
    this.#audience = new Audience([
      this.#tally,
      new Announcement(options, surroundings),
      new ListenJournal(options, surroundings, onFailure),
      this.#git,
      new Refusals(clock, this.#views),
      new RestartWatch(options, warn), // after the views, which show first what it follows from
    ]);
    this.#began = clock.elapsed();
  }

  tell(notice: Notice): void {
    this.#audience.show(notice);
  }

  /** An event was taken, or could not be written. */
  taken(recorded: RecordedEvent, decision: Decision): void {
    this.tell(this.#events.taken(recorded, decision));
  }

  /** Gives the number under which the event is shown, 0 where it is not. */
  event(recorded: RecordedEvent, { isShown }: Decision): number {
    const described = this.#events.described(recorded);
    const number = isShown ? this.#show(described) : 0;
    if (recorded.file !== undefined) this.#secrets.say(recorded.secretPlaces);
    return number;
  }

  #show(described: Omit<EventNotice, "number">): number {
    this.#shown += 1;
    this.tell({ ...described, number: this.#shown });
    return this.#shown;
  }

  /** Events can come, and what was said before comes after this. */
  ready(
    url: string,
    local: string,
    { isAsBefore, instead }: Pick<ReadyNotice, "isAsBefore" | "instead"> = { isAsBefore: false },
  ): void {
    const { acceptance, options, surroundings } = this.#parts;
    const { processId } = surroundings;
    this.tell(readyNotice({ url, local, processId, isAsBefore, instead }, acceptance, options));
  }

  /**
   * Says the end. `hasFailed`: before its time, which is told by an error; where nothing was said yet, that is all there
   * is to say. Resolves when all of it is kept, with whether a delivery failed or was not made.
   */
  async end(
    { url, local }: { url: string; local: string },
    { missing, hasFailed, keepsTunnel }: { missing?: string; hasFailed: boolean; keepsTunnel: boolean },
  ): Promise<{ failed: boolean }> {
    const { options, surroundings } = this.#parts;
    await this.#git.close();
    if (!hasFailed && this.#views.holdsSomething) this.ready(url, local);
    const counts = this.#tally.counts();
    const durationMs = surroundings.clock.elapsed() - this.#began;
    const { fixtures, tunnel } = options;
    const kept = tunnel?.keptForMs !== undefined && keepsTunnel && { tunnelKeptForMs: tunnel.keptForMs };
    if (!hasFailed || !this.#views.isWaiting)
      this.tell({ kind: "end", durationMs, ...counts, fixtures, missing, ...kept });
    await this.#audience.close();
    return { failed: counts.failed > 0 || counts.undeliveredCount > 0 };
  }
}
