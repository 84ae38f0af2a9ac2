import { deliveryCase, unreadableCase } from "../../output/index.ts";
import type { ReplayNotice } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";
import { type OpenReports, reportedFile } from "../reports/open-reports.ts";

/** Tells reports of each delivery, in the order in which they ended. */
export class ReplayReporter {
  readonly #reports: OpenReports;
  readonly #host: CommandContext["host"];
  readonly #hasSeveralTargets: boolean;
  /** Reports take one after the other, and notices do not wait for them. */
  #told = Promise.resolve();

  constructor(
    reports: OpenReports,
    { host, hasSeveralTargets }: { host: CommandContext["host"]; hasSeveralTargets: boolean },
  ) {
    this.#reports = reports;
    this.#host = host;
    this.#hasSeveralTargets = hasSeveralTargets;
  }

  notify(notice: ReplayNotice): void {
    if (notice.kind === "unreadable") this.#tell(unreadableCase(notice));
    if (notice.kind !== "replayed") return;
    const file = reportedFile(notice.file, this.#host);
    this.#tell(deliveryCase(notice, { file, hasSeveralTargets: this.#hasSeveralTargets }));
  }

  /** Throws `HooksError` FOLDER_UNWRITABLE. */
  async end(): Promise<void> {
    await this.#told;
    await this.#reports.end();
  }

  #tell(one: Parameters<OpenReports["add"]>[0]): void {
    this.#told = this.#told.then(() => this.#reports.add(one));
  }
}
