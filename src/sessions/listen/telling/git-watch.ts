import type { Notice, NoticeListener, WarningNotice } from "../../notice.ts";
import type { Recorder } from "../recording/recorder.ts";

/** Asks once, after the first recording, whether it would slip into a commit: customers' data. */
export class GitWatch implements NoticeListener {
  readonly #recorder: Pick<Recorder, "gitWouldTrack">;
  readonly #tell: (notice: WarningNotice) => void;
  #asking: Promise<void> | undefined;

  constructor(recorder: Pick<Recorder, "gitWouldTrack">, tell: (notice: WarningNotice) => void) {
    this.#recorder = recorder;
    this.#tell = tell;
  }

  show(notice: Notice): void {
    if (notice.kind === "taken" && notice.file !== undefined) this.#asking ??= this.#ask(notice.file);
  }

  /** Resolves when there is nothing left to say. */
  async close(): Promise<void> {
    await this.#asking;
  }

  async #ask(file: string): Promise<void> {
    if (await this.#recorder.gitWouldTrack(file)) this.#tell({ kind: "warning", about: "tracked by git", file });
  }
}
