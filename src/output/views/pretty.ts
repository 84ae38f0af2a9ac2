import type { Notice } from "../../sessions/index.ts";
import { deliveryLines } from "./delivery-lines.ts";
import { eventLines } from "./event-lines.ts";
import { statusLines } from "./status-lines.ts";
import { writeLines, type CreateView, type NoticeLines, type View, type ViewSurroundings } from "./view.ts";

/** A block for each event; deliveries stand below it, or say which event they belong to. */
export const prettyView: CreateView = (surroundings) => new PrettyView(surroundings);

class PrettyView implements View {
  readonly #surroundings: ViewSurroundings;
  /** The number of the event that was shown last. */
  #latest = 0;

  constructor(surroundings: ViewSurroundings) {
    this.#surroundings = surroundings;
  }

  show(notice: Notice): void {
    writeLines(this.#linesOf(notice), notice, this.#surroundings.output);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #linesOf(notice: Notice): NoticeLines {
    switch (notice.kind) {
      case "event":
        this.#latest = notice.number;
        return { data: eventLines(notice, this.#surroundings) };
      case "delivery":
        return { data: deliveryLines(notice, notice.number === this.#latest, this.#surroundings) };
      default:
        return { said: statusLines(notice, this.#surroundings) };
    }
  }
}
