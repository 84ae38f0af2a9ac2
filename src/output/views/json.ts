import type { EndNotice, EventNotice, Notice, ReadyNotice, TunnelNotice, TunnelTrouble } from "../../sessions/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import type { EndLine, EventLine, ListenLine, ReadyLine, TunnelLine } from "../../listen-line/index.ts";
import { jsonLine, printableJson } from "../printable.ts";
import { tenths } from "../quantities.ts";
import { refusalText } from "../refusal-text.ts";
import { warningText } from "../warnings.ts";
import { writeLines, type CreateView, type View, type ViewOutput } from "./view.ts";

/** In front of one line: its reader may hold only so much of it. */
const mostBlanks = 1000;

/** NDJSON for programs: the first line is `ready`, the last `end`. */
export const jsonView: CreateView = ({ output }) => new JsonView(output);

class JsonView implements View {
  readonly #output: ViewOutput;
  #isReady = false;
  #blanks = 0;

  constructor(output: ViewOutput) {
    this.#output = output;
  }

  show(notice: Notice): void {
    const line = listenLine(notice);
    if (line === undefined) {
      if (notice.kind === "taken" && !notice.isShown) this.#touch();
      return;
    }
    this.#isReady ||= line.type !== "tunnel"; // how the tunnel opens comes before the first line, and so not on stdout
    writeLines({ [this.#isReady ? "data" : "said"]: writtenLine(line, notice) }, notice, this.#output);
    this.#blanks = 0;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** An event without a line ends a session that nobody reads, as one with a line does. Forms for people have no such blank. */
  #touch(): void {
    if (!this.#isReady || this.#blanks === mostBlanks) return;
    this.#blanks += 1;
    this.#output.blank?.();
  }
}

/** The payload of an event is written with the digits that came. */
function writtenLine(line: ListenLine, notice: Notice): string {
  if (line.type !== "event" || notice.kind !== "event") return jsonLine(line);
  const { fixture, ...rest } = line;
  const { payload: _, ...head } = fixture;
  return printableJson(
    `${JSON.stringify(rest).slice(0, -1)},"fixture":${JSON.stringify(head).slice(0, -1)},"payload":${notice.payloadText}}}`,
  );
}

/** What programs are told, field by field; undefined for what is nobody's but ours. */
export function listenLine(notice: Notice): ListenLine | undefined {
  switch (notice.kind) {
    case "ready":
      return readyLine(notice);
    case "event":
      return eventLine(notice);
    case "delivery": {
      const { number, event, uuid, file, target, attempt } = notice;
      return { type: "delivery", number, event, uuid, file, target: target.name, ...attemptFacts(attempt) };
    }
    case "unrecorded":
      return { type: "unrecorded", event: notice.event, uuid: notice.uuid, error: notice.reason };
    case "tunnel":
      return tunnelLine(notice);
    case "refused":
      return { type: "refused", reason: refusalText(notice), times: notice.times };
    case "warning": {
      const { code, message, hint } = warningText(notice);
      return { type: "warning", code, message, hint };
    }
    case "dropped":
      return { type: "dropped", target: notice.target.name, total: notice.total };
    case "waiting":
      return { type: "waiting", target: notice.target.name };
    case "paused":
      return { type: "paused", paused: notice.paused, waiting: notice.waiting };
    case "ending":
      return { type: "ending", deliveries: notice.deliveries };
    case "end":
      return endLine(notice);
    case "listening":
    case "taken":
    case "undelivered":
      return undefined;
  }
}

function readyLine({
  url,
  local,
  processId: pid,
  fixtures,
  tunnel,
  tunnelKeptForMs,
  made,
  usesKept,
  tokenUrl,
}: ReadyNotice): ReadyLine {
  const { token, client, user } = made;
  const kept = usesKept ? ({ tokenKept: true } as const) : {};
  const where = { url, local, pid, fixtures, tunnel, tunnelKeptForMs };
  return { type: "ready", ...where, token, client, user, ...kept, tokenUrl };
}

function eventLine(notice: EventNotice): EventLine {
  const { number, file, times, differs, issues, fixture, isKnown: known, whyUnknown } = notice;
  return { type: "event", number, event: fixture.event, known, whyUnknown, file, times, differs, issues, fixture };
}

function endLine(notice: EndNotice): EndLine {
  return {
    type: "end",
    durationMs: tenths(notice.durationMs),
    events: notice.events,
    repeats: notice.repeats,
    hidden: notice.hidden,
    unrecorded: notice.unrecorded,
    refused: notice.refused,
    delivered: notice.delivered,
    failed: notice.failed,
    failures: notice.failures.map(({ event, target, file }) => ({ event, target, file })),
    undelivered: notice.undelivered.map(({ event, target, file, wasSent }) => ({
      event,
      target,
      file,
      ...(wasSent && { cutOff: true }),
    })),
    ...(notice.undeliveredCount > notice.undelivered.length && { undeliveredCount: notice.undeliveredCount }),
    sendable: notice.sendable,
    unsendable: notice.unsendable,
    fixtures: notice.fixtures,
    missing: notice.missing,
    tunnelKeptForMs: notice.tunnelKeptForMs,
  };
}

function tunnelLine(notice: TunnelNotice): TunnelLine {
  const line = { type: "tunnel", state: notice.state } as const;
  switch (notice.state) {
    case "opening":
      return { ...line, tunnel: notice.tunnel };
    case "fetching":
      return { ...line, version: notice.version, bytes: notice.bytes, into: notice.into };
    case "fetched":
      return { ...line, version: notice.version, bytes: notice.bytes, ms: Math.round(notice.afterMs) };
    case "lost":
      return line;
    case "regained":
      return { ...line, ms: Math.round(notice.afterMs) };
    case "slept":
      return { ...line, ms: Math.round(notice.forMs) };
    case "changed":
      return { ...line, url: notice.url, before: notice.before, why: notice.why, tokenUrl: notice.tokenUrl };
    case "resumed":
      return { ...line, refused: notice.refused, ms: Math.round(notice.afterMs) };
    case "ended":
      return { ...line, why: notice.why };
    case "retrying":
      return { ...line, ...troubleFacts(notice.trouble), ms: notice.inMs };
    case "warning":
      return { ...line, ...troubleFacts(notice.trouble) };
    case "cleared":
      return { ...line, pid: notice.processId };
  }
}

function troubleFacts({ code, message, hint, output }: TunnelTrouble) {
  return { code, message, hint, output };
}
