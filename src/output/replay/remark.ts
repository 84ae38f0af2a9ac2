import { redactText } from "../../authentication/index.ts";
import type { ReplayedNotice, ReplayNotice, RetryingNotice } from "../../sessions/index.ts";
import { hanging } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";
import { hintLines } from "../shell-lines.ts";
import type { Theme } from "../theme.ts";
import { warningText } from "../warnings.ts";

/** What is said beside the deliveries. */
type Remark = Exclude<ReplayNotice, ReplayedNotice | RetryingNotice>;

/** What is said beside the deliveries, in lines of at most `width` characters. */
export function replayRemark(notice: Remark, theme: Theme, width = Number.POSITIVE_INFINITY): string {
  const { mark, message, hint } = remarkWords(notice);
  const lines = [
    hanging(`${mark === "✖" ? theme.bad(mark) : theme.careful(mark)} ${printable(message)}`, width),
    ...(hint === undefined ? [] : hintLines(hint, width)),
  ];
  return `${lines.join("\n")}\n`;
}

interface RemarkWords {
  mark: "✖" | "!";
  message: string;
  hint?: string | undefined;
}

function remarkWords(notice: Remark): RemarkWords {
  switch (notice.kind) {
    case "unreadable": {
      const { name, hint } = notice;
      const message = notice.message.includes(name) ? notice.message : `${name}: ${notice.message}`;
      return { mark: "✖", message: redactText(message), hint };
    }
    case "hidden": {
      const message = `Not shown, because it looks like a secret: ${notice.places.join(", ")} (in ${notice.name})`;
      return { mark: "!", message, hint: "A replay without --dry-run sends it." };
    }
    case "left out": {
      const message = `Not sent, because it was redacted when ${notice.name} was recorded: ${notice.places.join(", ")}`;
      return { mark: "!", message, hint: presentHint(notice) };
    }
    case "stopping": {
      const message = `Stopping: waiting for ${countText(notice.inFlight, "delivery", "deliveries")} on the way.`;
      return { mark: "!", message, hint: "Press Ctrl-C again to exit at once." };
    }
    case "warning":
      return { mark: "!", ...warningText(notice) };
  }
}

function presentHint({ places, presentedWith }: Extract<ReplayNotice, { kind: "left out" }>): string | undefined {
  const ways = presentedWith.map((needs) => needs.map((name) => `--${name}`).join(" with "));
  const [last, ...others] = ways.toReversed();
  if (last !== undefined)
    return `To send one, use ${[others.toReversed().join(", "), last].filter(Boolean).join(" or ")}.`;
  return places.includes("authorization") ? "To send one, use -H 'authorization: …'." : undefined;
}
