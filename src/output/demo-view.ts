import type { DemoNotice, DemoResult, StepNotice } from "../sessions/demo/index.ts";
import type { ReplayedNotice } from "../sessions/index.ts";
import { attemptText } from "./attempt-view.ts";
import { columns, cut, cutStart, padded, wrapped } from "./columns.ts";
import { secondsText, setText } from "../duration.ts";
import { jsonLine, printable } from "./printable.ts";
import { replayedJson } from "./replay/json.ts";
import type { View } from "./views/view.ts";
import { countText, numberText, ordinal } from "./quantities.ts";
import { shellLines, shellWord } from "./shell-lines.ts";
import type { Theme } from "./theme.ts";
import { indent } from "./views/margins.ts";

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
          return output.data(`${indent}  ${theme.faint("crm:")} ${cut(printable(notice.did), width() - 17)}\n`);
        case "attempt":
          return output.data(attemptLine(notice.notice, theme, width()));
        case "replayed":
          return output.data(replayedLines(notice.notice, theme, width()));
      }
    },
  };

  function stepLines(notice: StepNotice): string {
    const explanation = wrapped(explained(notice), width()).map((one) => theme.faint(one));
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
        case "attempt":
          return output.data(attemptJson(notice.notice));
        case "replayed":
          return output.data(replayedJson(notice.notice));
      }
    },
  };
}

type AttemptNotice = Extract<DemoNotice, { kind: "attempt" }>["notice"];

/** Nothing of an event that was delivered at once: the listener has said so. */
function attemptLine({ logged, again }: AttemptNotice, theme: Theme, width: number): string {
  if (logged.delivered && logged.number === 1) return "";
  const name = "marketplace:";
  const text = cut(attemptWords({ logged, ...(again && { again }) }), width - indent.length - name.length - 1);
  return `${indent}${theme.faint(name)} ${text}\n`;
}

function attemptWords({ logged, again }: Pick<AttemptNotice, "logged" | "again">): string {
  if (logged.delivered) return `delivered at the ${ordinal(logged.number)} attempt`;
  const what = logged.status ?? printable(logged.reason ?? "failed");
  if (again === undefined) return `${what}, given up`;
  return `${what}, again in ${setText(again.inMs)} (here ${secondsText(again.hereMs)})`;
}

function attemptJson({ event, uuid, logged, again }: AttemptNotice): string {
  const { number, delivered, status, ms, reason } = logged;
  const waits = again && { waitMs: again.inMs, hereMs: again.hereMs };
  return jsonLine({ type: "attempt", number, event, uuid, delivered, status, ms, reason, ...waits });
}

function replayedLines({ name, target, attempt }: ReplayedNotice, theme: Theme, width: number): string {
  const sent = `${theme.faint("resent")}  ${cutStart(printable(name), width - indent.length - "resent  ".length)}`;
  return `${indent}${sent}\n${indent}→ ${theme.name(padded(printable(target), 8))}   ${attemptText(attempt, theme)}\n`;
}

const headings = {
  listening: "Marketplace, listener and handler start on this machine",
  purchase: "A company buys a product; the marketplace sends events",
  retry: "A handler fails, and the marketplace tries again",
  replay: "The last event is resent from its file",
} as const;

function explained({ step, handler, timeScale }: StepNotice): string {
  switch (step) {
    case "listening":
      return `The marketplace is simulated; the handler is a small CRM at ${handler}. Nothing leaves this machine.`;
    case "purchase":
      return "Each event arrives over HTTP. The listener checks the token, writes the event to disk and forwards the event. As with --respond handler, the marketplace gets the handler's answer.";
    case "retry":
      return `The CRM restarts, and answers 503 twice. The marketplace gets that answer, and tries again as AppDirect would, but ${numberText(timeScale)} times faster.`;
    case "replay":
      return "Replay the same bytes as often as you like, without a marketplace. This CRM notices that it already has the deal.";
  }
}

/** The last line for programs. */
export function demoEndJson(result: DemoResult, folder: string): string {
  const { sent, delivered, attempts, replayed, interrupted } = result;
  const { companies, contacts, deals } = result.crm;
  const crm = { companies, contacts, deals };
  return jsonLine({ type: "end", sent, delivered, attempts, replayed, crm, interrupted, folder });
}

export interface DemoEnding {
  theme: Theme;
  program: string;
  folder: string;
  width: number;
}

export function demoEnding(
  { sent, delivered, attempts, replayed, crm }: DemoResult,
  { theme, program, folder, width }: DemoEnding,
): string {
  const reached = `${delivered} delivered to the CRM in ${countText(attempts, "attempt")}`;
  const known = [...crm.companies, ...crm.contacts, ...crm.deals].map(printable);
  const rows: (readonly [string, string])[] = [
    ["sent", `${countText(sent, "event")}, ${reached}, ${replayed ? 1 : 0} resent`],
    ...known.map((one, index) => [index === 0 ? "the CRM has" : "", one] as const),
    ["recorded in", folder],
  ];
  const next: (readonly [string, string])[] = [
    ["listen 3000 --no-tunnel", "the same with your own handler on port 3000"],
    [`replay ${asTyped(folder)} --to 3000 --dry-run`, "the recorded events as curl commands"],
    ["generate --scenario purchase", "the payloads of a purchase"],
  ];
  const lines = columns(
    rows.map(([name, text]) => [theme.faint(name), text] as const),
    width - 2,
  );
  const commands = next.flatMap(([typed, does]) => [
    ...shellLines(`${program} ${typed}`, width - 2),
    `  ${theme.faint(does)}`,
  ]);
  const body = [theme.strong("Done"), ...lines.map(indented), "", theme.strong("Next"), ...commands.map(indented)];
  return `\n${body.join("\n")}\n`;
}

function indented(line: string): string {
  return `  ${line}`;
}

/** A path as one word: in every shell, unless a POSIX shell would change something within double quotes. */
function asTyped(path: string): string {
  if (/["$`!]/.test(path)) return shellWord(path);
  return /[^\w.:/\\~-]/.test(path) ? `"${path}"` : path;
}
