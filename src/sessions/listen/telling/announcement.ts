import { announceListening } from "../../../state/index.ts";
import type { Notice, NoticeListener } from "../../notice.ts";
import type { ListenOptions, ListenSurroundings } from "../options.ts";

/** While the session runs, tells other runs of the project where it listens; without a state folder, nothing. */
export class Announcement implements NoticeListener {
  readonly #host: string;
  readonly #surroundings: Pick<ListenSurroundings, "processId" | "state">;
  #withdraw: Promise<(() => Promise<void>) | undefined> | undefined;

  constructor({ host }: Pick<ListenOptions, "host">, surroundings: Pick<ListenSurroundings, "processId" | "state">) {
    this.#host = host;
    this.#surroundings = surroundings;
  }

  show(notice: Notice): void {
    const { state, processId } = this.#surroundings;
    if (notice.kind !== "listening" || state === undefined) return;
    const { local, port } = notice;
    const listening = { processId, host: this.#host, port, local };
    this.#withdraw = announceListening(state, listening).catch(() => undefined); // the journal tells why
  }

  async close(): Promise<void> {
    const withdraw = await this.#withdraw;
    this.#withdraw = undefined;
    await withdraw?.();
  }
}
