import type { DemoNotice, DemoResult, ReplayedNotice } from "../sessions/index.ts";
import { attemptText } from "./attempt-view.ts";
import { columns, cut, wrapped } from "./columns.ts";
import { jsonLine, printable } from "./printable.ts";
import { replayedJson } from "./replay-view.ts";
import type { View } from "./views/view.ts";
import type { Theme } from "./theme.ts";

/** Shows what a demo says. */
export interface DemoView {
  show(notice: DemoNotice): void;
}

/** Where it writes: what happens, and what is said beside that. */
export interface DemoOutput {
  data(text: string): void;
  say(text: string): void;
}

export interface DemoViewSurroundings {
  output: DemoOutput;
  theme: Theme;
  /** Shows what the listener says, but for its beginning and its end: a demo has some of its own. */
  listenView: View;
  /** Characters a line holds. */
  width(): number;
}

/** As lines: a heading for each step, the listener's own words, and what the handler did. */
export function demoView({ output, theme, listenView, width }: DemoViewSurroundings): DemoView {
  return {
    show(notice) {
      switch (notice.kind) {
        case "step":
          return output.say(stepLines(notice));
        case "listener":
          if (notice.notice.kind !== "ready" && notice.notice.kind !== "end") listenView.show(notice.notice);
          return;
        case "handler":
          return output.data(`            ${theme.faint("crm:")} ${cut(printable(notice.did), width() - 17)}\n`);
        case "replayed":
          return output.data(replayedLines(notice.notice, theme));
      }
    },
  };

  function stepLines(notice: Extract<DemoNotice, { kind: "step" }>): string {
    const explanation = wrapped(explained(notice), width()).map((line) => theme.faint(line));
    return `\n${[theme.strong(headings[notice.step]), ...explanation].join("\n")}\n\n`;
  }
}

/** The same for programs: the listener's lines are those of `listen --json`, but for its end. */
export function demoJsonView({ output, listenView }: Pick<DemoViewSurroundings, "output" | "listenView">): DemoView {
  return {
    show(notice) {
      switch (notice.kind) {
        case "step":
          return output.data(jsonLine({ type: "step", step: notice.step, handler: notice.handler }));
        case "listener":
          if (notice.notice.kind !== "end") listenView.show(notice.notice);
          return;
        case "handler":
          return output.data(jsonLine({ type: "handler", did: notice.did }));
        case "replayed":
          return output.data(replayedJson(notice.notice));
      }
    },
  };
}

function replayedLines({ name, target, attempt }: ReplayedNotice, theme: Theme): string {
  const sent = `${theme.faint("sent again")} ${printable(name)}`;
  return `          ${sent}\n          → ${theme.name(printable(target))}        ${attemptText(attempt, theme)}\n`;
}

const headings = {
  listening: "A listener and a handler start on this machine",
  purchase: "A company buys a product, and the marketplace tells it",
  replay: "The last event is sent again, from its file",
} as const;

function explained({ step, handler }: Extract<DemoNotice, { kind: "step" }>): string {
  switch (step) {
    case "listening":
      return `The handler is a small CRM at ${handler}; nothing leaves this machine.`;
    case "purchase":
      return "Each event comes over HTTP, its token is checked, it is written to disk, answered 200, and forwarded.";
    case "replay":
      return "The same bytes as often as you like: no marketplace is needed for that. This CRM takes an event twice and changes once.";
  }
}

/** The last line for programs. */
export function demoEndJson({ sent, delivered, replayed, crm, interrupted }: DemoResult, folder: string): string {
  const { companies, contacts, deals } = crm;
  return jsonLine({ type: "end", sent, delivered, replayed, crm: { companies, contacts, deals }, interrupted, folder });
}

export interface DemoEnding {
  theme: Theme;
  program: string;
  folder: string;
  width: number;
}

export function demoEnding(
  { sent, delivered, replayed, crm }: DemoResult,
  { theme, program, folder, width }: DemoEnding,
): string {
  const rows: (readonly [string, string])[] = [
    ["told", `${sent} events, ${delivered} delivered to the CRM, ${replayed ? "one sent again" : "none sent again"}`],
    ["the CRM has", printable([...crm.companies, ...crm.contacts, ...crm.deals].join("; "))],
    ["recorded", folder],
  ];
  const next: (readonly [string, string])[] = [
    [`${program} listen --no-tunnel --forward-to 3000`, "the same for a handler of yours"],
    [`${program} replay ${asTyped(folder)} --to 3000 --dry-run`, "what was recorded, as curl commands"],
    [`${program} generate --scenario purchase`, "the purchase, as payloads"],
  ];
  const faint = rows.map(([name, text]) => [theme.faint(name), text] as const);
  return `\n${["That was all of it", ...columns(faint, width - 2).map((line) => `  ${line}`), "", theme.strong("Next"), ...next.flatMap(([typed, does]) => [`  ${typed}`, `    ${theme.faint(does)}`])].join("\n")}\n`;
}

/** A path as one word, in every shell. */
function asTyped(path: string): string {
  return /[^\w.:/\\~-]/.test(path) ? `"${path}"` : path;
}
