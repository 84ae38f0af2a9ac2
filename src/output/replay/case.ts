import { redactText } from "../../authentication/index.ts";
import type { ReplayedNotice, ReplayNotice } from "../../sessions/index.ts";
import { attemptFacts } from "../attempt-view.ts";
import { printable } from "../printable.ts";
import type { Case } from "../reports/report.ts";

/** A delivery for reports: named by its fixture, and by its target where there are several. */
export function deliveryCase(
  { name, event, target, attempt }: ReplayedNotice,
  { file, hasSeveralTargets }: { file: string | undefined; hasSeveralTargets: boolean },
): Case {
  const { error } = attemptFacts(attempt);
  return {
    name: printable(hasSeveralTargets ? `${name} → ${target}` : name),
    group: printable(event),
    ...(file !== undefined && { file }),
    ms: attempt.durationMs,
    problems:
      attempt.outcome === "accepted"
        ? []
        : [{ severity: "error", title: printable(attempt.reason), message: error ?? printable(attempt.detail) }],
  };
}

/** A fixture that could not be sent at all. */
export function unreadableCase({ name, message }: Extract<ReplayNotice, { kind: "unreadable" }>): Case {
  const problem = { severity: "error", title: "not sent", message: printable(redactText(message)) } as const;
  return { name: printable(name), group: "unknown", isUnjudged: true, problems: [problem] };
}
