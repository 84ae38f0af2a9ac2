import type { DeliveryNotice, EndNotice, EventNotice, Notice, ReadyNotice } from "../../sessions/index.ts";
import { columns, hanging } from "../columns.ts";
import { othersAre } from "../left-out.ts";
import { printable } from "../printable.ts";
import { durationText, setText } from "../../duration.ts";
import { countText } from "../quantities.ts";
import { refusalText } from "../refusal-text.ts";
import { commandBeside, hintLines, resendLines, shellLines } from "../shell-lines.ts";
import { warningText } from "../warnings.ts";
import { failures, undelivered } from "./failure-lines.ts";
import { toPasteLines } from "./to-paste.ts";
import { addressLines, tunnelLines } from "./tunnel-lines.ts";
import type { ViewSurroundings } from "./view.ts";

type StatusNotice = Exclude<Notice, EventNotice | DeliveryNotice>;

/** What is said beside the events, the same in every form for people; undefined where nothing is. */
export function statusLines(notice: StatusNotice, surroundings: ViewSurroundings): string | undefined {
  const { errTheme: theme, program } = surroundings;
  const said = (sentence: string) => `${hanging(sentence, surroundings.errWidth())}\n`;
  const hinted = (hint: string | undefined) =>
    hint === undefined ? "" : `${hintLines(hint, surroundings.errWidth()).join("\n")}\n`;
  switch (notice.kind) {
    case "ready":
      return readyLines(notice, surroundings);
    case "refused":
      return said(
        `${theme.careful("refused:")} ${printable(refusalText(notice))}${notice.times > 1 ? ` (${notice.times} times)` : ""}`,
      );
    case "unrecorded":
      return (
        said(`${theme.bad("✖")} ${printable(notice.event)} could not be recorded: ${printable(notice.reason)}.`) +
        hinted(
          `The sender got 503 and will retry. Free disk space or repair the folder ${printable(notice.folder)}. The listener keeps running.`,
        )
      );
    case "warning": {
      const { message, hint } = warningText(notice, program);
      return said(`${theme.careful("!")} ${printable(message)}`) + hinted(hint);
    }
    case "dropped":
      return said(
        `${theme.careful("!")} ${printable(notice.target.name)} is too slow: its oldest waiting event was dropped (${notice.total} so far). With recording on, events wait on disk instead.`,
      );
    case "waiting":
      return said(
        `${theme.careful("!")} ${printable(notice.target.name)} refuses connections; retrying for up to 10 s`,
      );
    case "paused":
      return notice.paused
        ? "paused: events are accepted but not forwarded; p resumes\n"
        : `forwarding again, ${countText(notice.waiting, "event")} waiting\n`;
    case "tunnel":
      return tunnelLines(notice, surroundings);
    case "ending":
      return `finishing ${countText(notice.deliveries, "delivery", "deliveries")}; press Ctrl-C again to stop now\n`;
    case "end":
      return endLines(notice, surroundings, program);
    case "listening":
    case "taken":
    case "undelivered":
      return undefined;
  }
}

function readyLines(notice: ReadyNotice, surroundings: ViewSurroundings): string {
  const { errTheme: theme, errWidth, shownPath } = surroundings;
  const targets = notice.targets.map(
    ({ name, patterns }) =>
      ["→", `${printable(name)}${patterns === "*" ? "" : theme.faint(` gets ${patterns}`)}`] as const,
  );
  const rows = [
    ["listening", theme.strong(notice.local)],
    ...(notice.tunnel === undefined ? [] : [["tunnel", tunnelText(notice.tunnel, notice.tunnelKeptForMs)] as const]),
    ["recording", notice.fixtures === undefined ? "off" : shownPath(notice.fixtures)],
    ["auth", notice.asksFor === undefined ? "none: accepts every POST" : `requires ${notice.asksFor}`],
    ...(notice.usesKept ? showingIt(surroundings).map((line) => ["", line] as const) : []),
    ...(notice.events === "*"
      ? []
      : [["showing", `${notice.events}; the others are ${othersAre(notice.fixtures !== undefined)}`] as const]),
    ...(targets.length === 0
      ? [["forwarding", "nothing; add a handler with --forward-to"] as const]
      : targets.map(([, text], index) => [index === 0 ? "forwarding" : "", text] as const)),
  ] as const;
  const lines = columns(
    rows.map(([name, text]) => [theme.faint(name), text] as const),
    errWidth(),
  );
  const { instead } = notice;
  const moved = instead === undefined ? [] : [`Port ${instead.taken} is in use; listening on ${instead.port}.`];
  return `${[...moved, ...lines, ...addressLines(notice, surroundings), ...toPasteLines(notice.toPaste), "", theme.faint("Waiting for events. Press Ctrl-C to stop."), ""].join("\n")}\n`;
}

/** The token that is kept. */
function showingIt({ program, errWidth }: ViewSurroundings): string[] {
  return commandBeside("to show it:", `${program} listen --show-token`, errWidth() - "forwarding  ".length);
}

function tunnelText(kind: string, keptForMs: number | undefined): string {
  return keptForMs === undefined ? kind : `${kind}; stays open for ${setText(keptForMs)} after listen ends`;
}

function endLines(notice: EndNotice, surroundings: ViewSurroundings, program: string): string {
  const { errTheme: theme, shownPath, errWidth } = surroundings;
  const total = Object.values(notice.events).reduce((sum, count) => sum + count, 0);
  const names = Object.entries(notice.events).map(([name, count]) => `${printable(name)} ${count}`);
  const rest = [
    notice.repeats > 0 ? `${notice.repeats} repeated` : "",
    notice.hidden > 0 ? `${notice.hidden} left out by --events` : "",
    notice.unrecorded > 0 ? `${notice.unrecorded} not recorded, answered 503` : "",
    notice.refused > 0 ? `${notice.refused} refused` : "",
  ].filter((text) => text !== "");
  const forwarded = notice.delivered + notice.failed + notice.undeliveredCount;
  const rows: (readonly [string, string])[] = [
    [
      "received",
      [countText(total, "event"), ...rest].join(", ") + theme.faint(` in ${durationText(notice.durationMs)}`),
    ],
    ...(names.length > 0 ? [["", names.join(", ")] as const] : []),
    ...(forwarded > 0 ? [["forwarded", forwardedText(notice)] as const] : []),
    ...(notice.fixtures !== undefined && total > 0 ? [["recorded", shownPath(notice.fixtures)] as const] : []),
  ];
  const lines = [
    "",
    ...columns(
      rows.map(([name, text]) => [theme.faint(name), text] as const),
      errWidth(),
    ),
    ...failures(notice, surroundings),
    ...undelivered(notice, surroundings),
  ];
  const again = notice.sendable > 0 ? resendLines({ program, theme, width: errWidth() }) : [];
  const missing = notice.missing === undefined ? [] : [hanging(`${theme.bad("✖")} ${notice.missing}`, errWidth())];
  return `${[...lines, ...again, ...missing, ...tunnelLeft(notice, surroundings)].join("\n")}\n`;
}

/** What of it goes on. */
function tunnelLeft({ tunnelKeptForMs }: EndNotice, surroundings: ViewSurroundings): string[] {
  if (tunnelKeptForMs === undefined) return [];
  const { errTheme: theme, errWidth, program } = surroundings;
  const sentence = `The tunnel stays open for ${setText(tunnelKeptForMs)}; requests get 503 until you run listen again. To close it:`;
  return [
    hanging(sentence, errWidth()),
    ...shellLines(`${program} tunnel stop`, errWidth() - 2).map((line) => `  ${theme.strong(line)}`),
  ];
}

function forwardedText(notice: EndNotice): string {
  const { cutOff, undeliveredCount } = notice;
  const notSent = undeliveredCount - cutOff;
  return [
    `${notice.delivered} delivered, ${notice.failed} failed`,
    ...(cutOff > 0 ? [`${cutOff} cut off`] : []),
    ...(notSent > 0 ? [`${notSent} not sent`] : []),
  ].join(", ");
}
