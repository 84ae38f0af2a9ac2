import { redacted } from "../../../authentication/index.ts";
import type { Notice, NoticeListener } from "../../notice.ts";
import { openSessionJournal, type SessionJournal } from "../../session-journal.ts";
import type { ListenOptions, ListenSurroundings } from "../options.ts";

/** Keeps what was received, refused and delivered, from the moment on at which the session listens. */
export class ListenJournal implements NoticeListener {
  readonly #options: Pick<ListenOptions, "fixtures" | "targets" | "path" | "pathIsSecret">;
  readonly #surroundings: Pick<ListenSurroundings, "clock" | "processId" | "state">;
  readonly #onFailure: (cause: Error) => void;
  #journal: Promise<SessionJournal> | undefined;

  /** `onFailure` is told once where it cannot be written: the session goes on without. */
  constructor(
    options: Pick<ListenOptions, "fixtures" | "targets" | "path" | "pathIsSecret">,
    surroundings: Pick<ListenSurroundings, "clock" | "processId" | "state">,
    onFailure: (cause: Error) => void,
  ) {
    this.#options = options;
    this.#surroundings = surroundings;
    this.#onFailure = onFailure;
  }

  show(notice: Notice): void {
    switch (notice.kind) {
      case "listening":
        return this.#open();
      case "taken": {
        const { event, uuid, file, takers } = notice;
        return this.#write((journal) =>
          journal.received(
            { event, uuid, file },
            takers.map(({ kept }) => kept),
          ),
        );
      }
      case "delivery": {
        const { event, uuid, file, target, attempt } = notice;
        return this.#write((journal) => journal.attempted({ event, uuid, file }, target.kept, attempt));
      }
      case "refused":
        return this.#write((journal) => journal.refused(this.#withoutPath(notice.reason)));
      default:
    }
  }

  async close(): Promise<void> {
    const journal = this.#journal;
    this.#journal = undefined;
    await (await journal)?.close();
  }

  #open(): void {
    const { fixtures, targets } = this.#options;
    const { clock, processId, state } = this.#surroundings;
    const onFailure = this.#onFailure;
    this.#journal = openSessionJournal({ command: "listen", clock, processId, state, fixtures, targets, onFailure });
  }

  /** In the order in which it is called. */
  #write(act: (journal: SessionJournal) => void): void {
    void this.#journal?.then(act);
  }

  #withoutPath(text: string): string {
    const { path, pathIsSecret } = this.#options;
    return pathIsSecret === true && path !== undefined ? text.replaceAll(path, redacted) : text;
  }
}
