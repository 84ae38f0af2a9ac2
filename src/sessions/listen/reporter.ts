import { needsOf, redacted, type Acceptance } from "../../authentication/index.ts";
import type { Attempt, QueueOutcome, Target } from "../../delivery/index.ts";
import type { Refusal } from "../../listener/index.ts";
import { announceListening } from "../../state/index.ts";
import type { Notice, TunnelNotice } from "../notice.ts";
import { openSessionJournal, type SessionJournal } from "../session-journal.ts";
import type { Decision } from "./filter.ts";
import { SessionMemory } from "./memory.ts";
import type { ListenOptions, Surroundings } from "./options.ts";
import type { RecordedEvent, Recorder } from "./recording/recorder.ts";
import { RefusalNotices } from "./refusal-notices.ts";
import { Tally } from "./tally.ts";
import { toldUuid } from "./told-uuid.ts";

/** What became of one event at one target. */
export interface Forwarded {
  number: number;
  event: string;
  uuid?: string;
  file?: string;
  target: Target;
  outcome: QueueOutcome;
}

/** What the session does becomes notices, lines of the journal and counts. */
export class Reporter {
  readonly #options: ListenOptions;
  readonly #surroundings: Surroundings;
  readonly #recorder: Recorder;
  readonly #acceptance: Acceptance;
  #askingGit: Promise<void> | undefined;
  readonly #memory = new SessionMemory();
  readonly #tally = new Tally();
  readonly #refusals: RefusalNotices;
  readonly #began: number;
  #local = "";
  /** As AppDirect is to know it. */
  #url = "";
  /** What is said once it is ready. */
  #held: Notice[] | undefined = [];
  #shown = 0;
  readonly #saidLeftOut = new Set<string>();
  #journal: Promise<SessionJournal> | undefined;
  #withdraw: Promise<(() => Promise<void>) | undefined> | undefined;

  constructor(
    parts: { recorder: Recorder; acceptance: Acceptance },
    options: ListenOptions,
    surroundings: Surroundings,
  ) {
    this.#recorder = parts.recorder;
    this.#acceptance = parts.acceptance;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#began = surroundings.clock.elapsed();
    const say = (reason: string, times: number) => this.#notify({ kind: "refused", reason, times });
    this.#refusals = new RefusalNotices(surroundings.clock, say);
  }

  /** It listens; what comes is told once it is ready. */
  began(local: string, port: number): void {
    const { fixtures, targets, host } = this.#options;
    const { processId, state, clock } = this.#surroundings;
    this.#local = local;
    const onFailure = (cause: Error) => this.#stateFailed(cause);
    this.#journal = openSessionJournal({ command: "listen", clock, processId, state, fixtures, targets, onFailure });
    if (state !== undefined) {
      const listening = { processId, host, port, local };
      this.#withdraw = announceListening(state, listening).catch(() => undefined); // the journal tells why
    }
  }

  ready(url: string): void {
    const { made = {}, fixtures, targets, events, authentication, tunnel } = this.#options;
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#url = url;
    this.#notify({
      kind: "ready",
      url,
      local: this.#local,
      ...(tunnel && { tunnel: tunnel.kind }),
      isOpen: tunnel !== undefined && needsOf(authentication).length === 0,
      processId: this.#surroundings.processId,
      asksFor: this.#acceptance.asksFor,
      toPaste: this.#acceptance.toPaste(made),
      made,
      fixtures,
      targets: targets.map(({ name, address, patterns }) => ({
        name: address.wholeName ?? name,
        patterns: patterns.text,
      })),
      events: events.text,
    });
    held.forEach((notice) => this.#notify(notice));
  }

  /** Said at once: it tells how long one has to wait for the rest. */
  tunnel(notice: TunnelNotice): void {
    if (notice.state === "changed") this.#url = notice.url;
    this.#surroundings.notify(notice);
  }

  /** Resolves with the number under which it is shown, 0 where it is not. */
  async came(recorded: RecordedEvent, { isShown, takers }: Decision): Promise<number> {
    const { received, fixture, keeping, file, times, differs } = recorded;
    const { event } = fixture;
    const uuid = toldUuid(received);
    if (keeping.outcome === "failed") return this.#unrecorded(event, uuid, keeping.reason);
    this.#tally.came(event, times);
    this.#write((journal) => journal.received({ event, uuid, file }, takers));
    const headline = this.#memory.headline(received.description);
    const changes = await this.#memory.changesIn(fixture, { at: received.receivedAt, bytes: received.body.length });
    const number = isShown ? (this.#shown += 1) : 0; // only now: events that come together are told in this order
    if (isShown) this.#notify({ kind: "event", number, received, fixture, file, times, differs, headline, changes });
    else this.#tally.hidden += 1;
    if (file !== undefined) this.#askingGit ??= this.#askGit(file);
    return number;
  }

  forwarded({ number, event, uuid, file, target, outcome }: Forwarded): void {
    if (outcome.outcome === "dropped") return;
    const { text, canBeSentToAgain } = target.address.kept;
    const isSendable = file !== undefined && canBeSentToAgain;
    if (outcome.outcome === "undelivered") {
      if (isSendable) this.#tally.sendable += 1;
      return this.#tally.undelivered({ event, target: target.name, file });
    }
    const attempt = attemptOf(outcome);
    if (attempt.outcome === "accepted") this.#tally.delivered += 1;
    else {
      this.#tally.failed += 1;
      if (isSendable) this.#tally.sendable += 1;
      else if (file !== undefined) this.#tally.unsendable(file);
    }
    this.#write((journal) => journal.attempted({ event, uuid, file }, target, attempt));
    const again = isSendable ? text : undefined;
    this.#notify({ kind: "delivery", number, event, uuid, file, target: target.name, again, attempt });
  }

  refused(refusal: Refusal): void {
    const { reason } = refusal;
    const place = `; webhooks are taken at ${this.#url || this.#local}`;
    this.#tally.refused += 1;
    this.#write((journal) => journal.refused(this.#withoutPath(reason)));
    this.#refusals.add(refusal.status === 404 ? `${reason}${place}` : reason);
  }

  waiting(target: Target): void {
    this.#notify({ kind: "waiting", target: target.name });
  }

  dropped(target: Target, total: number): void {
    this.#tally.failed += 1;
    this.#notify({ kind: "dropped", target: target.name, total });
  }

  leftOut({ name }: Target, places: readonly string[]): void {
    if (this.#saidLeftOut.has(name)) return;
    this.#saidLeftOut.add(name);
    const message = `${name} is so slow that events wait on disk for it, and it gets them without what is redacted there: ${places.join(", ")}.`;
    const hint = "Leave --redact out while a handler needs these fields, or make the handler faster.";
    this.#notify({ kind: "warning", code: "LEFT_OUT", message, hint });
  }

  paused(paused: boolean, waiting: number): void {
    this.#notify({ kind: "paused", paused, waiting });
  }

  unwritable(why: string): void {
    const message = `Nothing can be recorded as things are: ${why}.`;
    const hint =
      "Until that is mended, calls get 503 and AppDirect sends them again. Or choose another folder with --fixtures.";
    this.#notify({ kind: "warning", code: "FOLDER_UNWRITABLE", message, hint });
  }

  /** Once, after the first recording: customers' data must not slip into a commit. */
  async #askGit(file: string): Promise<void> {
    if (!(await this.#recorder.gitWouldTrack(file))) return;
    const message = `git would track what is recorded here, such as ${file}: customers' data.`;
    const hint = "Add a line to .gitignore that leaves recordings out, or choose another folder with --fixtures.";
    this.#notify({ kind: "warning", code: "TRACKED_BY_GIT", message, hint });
  }

  defect(cause: unknown): void {
    const said = cause instanceof Error ? cause.message : String(cause);
    const message = `A call was answered 500: this is a defect of appdirect-hooks (${said}).`;
    this.#notify({ kind: "warning", code: "DEFECT", message, hint: "Please report it. The listener goes on." });
  }

  unconnected(cause: Error): void {
    const message = `A connection could not be taken (${cause.message}).`;
    this.#notify({ kind: "warning", code: "NOT_CONNECTED", message, hint: "The listener goes on." });
  }

  /** `hasFailed`: before its time, which is told by an error; where nothing was said yet, that is all there is to say. */
  async ended({ missing, hasFailed }: { missing?: string; hasFailed: boolean }): Promise<{ failed: boolean }> {
    await this.#askingGit;
    if (!hasFailed && this.#held?.length === 0) this.#held = undefined;
    if (!hasFailed && this.#held !== undefined) this.ready(this.#url || this.#local); // what came is told in its order
    this.#refusals.close();
    const counts = this.#tally.counts();
    const durationMs = this.#surroundings.clock.elapsed() - this.#began;
    this.#notify({ kind: "end", durationMs, ...counts, fixtures: this.#options.fixtures, missing });
    await (
      await this.#withdraw
    )?.();
    await (await this.#journal)?.close();
    return { failed: counts.failed > 0 || counts.undelivered.length > 0 };
  }

  #unrecorded(event: string, uuid: string | undefined, reason: string): number {
    this.#tally.unrecorded += 1;
    this.#notify({ kind: "unrecorded", event, uuid, reason, folder: this.#options.fixtures ?? "" });
    return 0;
  }

  #notify(notice: Notice): void {
    if (this.#held === undefined) this.#surroundings.notify(notice);
    else this.#held.push(notice);
  }

  #withoutPath(text: string): string {
    const { path, pathIsSecret } = this.#options;
    return pathIsSecret === true && path !== undefined ? text.replaceAll(path, redacted) : text;
  }

  /** In the order in which it is called. */
  #write(act: (journal: SessionJournal) => void): void {
    void this.#journal?.then(act);
  }

  #stateFailed(cause: Error): void {
    const message = `The journal of this session cannot be written (${cause.message}).`;
    const hint = "The session goes on; replay --failed will not know of it.";
    this.#notify({ kind: "warning", code: "JOURNAL_UNWRITABLE", message, hint });
  }
}

function attemptOf(outcome: Exclude<QueueOutcome, { outcome: "dropped" | "undelivered" }>): Attempt {
  if (outcome.outcome !== "unreadable") return outcome;
  const detail = "its fixture could not be read again when its turn came";
  return { outcome: "failed", reason: "cancelled", detail, durationMs: 0 };
}
