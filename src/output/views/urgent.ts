import type { Notice } from "../../sessions/index.ts";
import { toPasteLines } from "./to-paste.ts";

/** What of the text about a notice must not be missed with `--quiet` either; undefined where that is nothing. */
export function urgentText(text: string, about: Notice): string | undefined {
  if (about.kind === "ready") return about.toPaste.length === 0 ? undefined : `${toPasteLines(about).join("\n")}\n`;
  return isUrgent(about) ? text : undefined;
}

function isUrgent(notice: Notice): boolean {
  if (notice.kind === "tunnel") return !["opening", "resumed", "fetching", "fetched", "slept"].includes(notice.state);
  return notice.kind === "unrecorded" || notice.kind === "warning";
}
