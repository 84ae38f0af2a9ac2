import type { Notice } from "../../sessions/index.ts";
import type { CreateView, View, ViewOutput } from "./view.ts";

/** A list of what happened, for a browser: a line for each event, and one for all else. */
export const htmlView: CreateView = ({ output }) => new HtmlView(output);

class HtmlView implements View {
  readonly #output: ViewOutput;
  #isOpen = false;

  constructor(output: ViewOutput) {
    this.#output = output;
  }

  show(notice: Notice): void {
    if (notice.kind === "ready") {
      this.#isOpen = true;
      this.#output.data("<ul>\n");
    }
    if (notice.kind === "event") this.#output.data(`<li>${escaped(headOf(notice))}</li>\n`);
    else this.#output.say(`<!-- ${notice.kind} -->\n`, notice);
  }

  close(): Promise<void> {
    if (this.#isOpen) this.#output.data("</ul>\n");
    this.#isOpen = false;
    return Promise.resolve();
  }
}

function headOf({ fixture, number, headline }: Extract<Notice, { kind: "event" }>): string {
  return [`#${number} ${fixture.event}`, ...headline].join(" · ");
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
}
