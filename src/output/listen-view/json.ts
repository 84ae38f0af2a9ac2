import type { Notice } from "../../sessions/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import { jsonLine } from "../printable.ts";
import { tenths } from "../quantities.ts";
import type { ListenView } from "./view.ts";

/** NDJSON for programs: the first line is `ready`, the last `end`. */
export function jsonView(): ListenView {
  return (notice) => ({ out: jsonLine(lineOf(notice)) });
}

function lineOf(notice: Notice): object {
  switch (notice.kind) {
    case "ready": {
      const { url, local, processId: pid, fixtures, made } = notice;
      return { type: "ready", url, local, pid, fixtures, ...made };
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
