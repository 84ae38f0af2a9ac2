import type { Notice } from "../../sessions/index.ts";
import type { CreateView } from "./view.ts";

/** A list of what happened, for a browser: a line for each event, and one for all else. */
export const htmlView: CreateView = ({ output }) => {
  let isOpen = false;
  return {
    show(notice) {
      if (notice.kind === "ready") {
        isOpen = true;
        output.data("<ul>\n");
      }
      if (notice.kind === "event") output.data(`<li>${escaped(headOf(notice))}</li>\n`);
      else output.say(`<!-- ${notice.kind} -->\n`, notice);
    },
    close() {
      if (isOpen) output.data("</ul>\n");
      isOpen = false;
      return Promise.resolve();
    },
  };
};

function headOf({ fixture, number, headline }: Extract<Notice, { kind: "event" }>): string {
  return [`#${number} ${fixture.event}`, ...headline].join(" · ");
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
}
