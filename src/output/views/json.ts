import type { Notice, TunnelNotice, TunnelTrouble } from "../../sessions/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import { jsonLine } from "../printable.ts";
import { tenths } from "../quantities.ts";
import type { View } from "./view.ts";

/** NDJSON for programs: the first line is `ready`, the last `end`. */
export function jsonView(): View {
  let isReady = false;
  return (notice) => {
    isReady ||= notice.kind !== "tunnel"; // how the tunnel opens comes before the first line, and so not on stdout
    return { [isReady ? "out" : "err"]: jsonLine(lineOf(notice)) };
  };
}

function lineOf(notice: Notice): object {
  switch (notice.kind) {
    case "ready": {
      const { url, local, processId: pid, fixtures, made, tunnel } = notice;
      return { type: "ready", url, local, pid, fixtures, tunnel, ...made };
    }
    case "event": {
      const { fixture, file, number, times, differs } = notice;
      const { known } = notice.received.description; // the fixture of a nest too deep to be written tells nothing
      return { type: "event", number, event: fixture.event, known, file, times, differs, fixture };
    }
    case "delivery": {
      const { number, event, uuid, file, target } = notice;
      return {
        type: "delivery",
        number,
        event,
        uuid,
        file,
        target,
        ...attemptFacts(notice.attempt),
      };
    }
    case "unrecorded":
      return { type: "unrecorded", event: notice.event, uuid: notice.uuid, error: notice.reason };
    case "tunnel":
      return tunnelLine(notice);
    case "refused":
      return { type: "refused", reason: notice.reason, times: notice.times };
    case "end": {
      const { kind: _, ...rest } = notice;
      return { type: "end", ...rest, durationMs: tenths(notice.durationMs) };
    }
    default: {
      const { kind, ...rest } = notice;
      return { type: kind, ...rest };
    }
  }
}

function tunnelLine(notice: TunnelNotice): object {
  const line = { type: "tunnel", state: notice.state };
  switch (notice.state) {
    case "opening":
      return { ...line, tunnel: notice.tunnel };
    case "lost":
      return line;
    case "regained":
      return { ...line, ms: Math.round(notice.afterMs) };
    case "slept":
      return { ...line, ms: Math.round(notice.forMs) };
    case "changed":
      return { ...line, url: notice.url, before: notice.before };
    case "retrying":
      return { ...line, ...troubleFacts(notice.trouble), ms: notice.inMs };
    case "warning":
      return { ...line, ...troubleFacts(notice.trouble) };
    case "cleared":
      return { ...line, pid: notice.processId };
  }
}

function troubleFacts({ code, message, hint, output }: TunnelTrouble): object {
  return { code, message, hint, output };
}
