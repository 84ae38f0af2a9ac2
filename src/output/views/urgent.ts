import type { Notice, ReadyNotice } from "../../sessions/index.ts";
import { toPasteLines } from "./to-paste.ts";

/** What of the text about a notice must not be missed with `--quiet` either; undefined where that is nothing. */
export function urgentText(text: string, about: Notice): string | undefined {
  if (about.kind === "ready") return secretsIn(about);
  return isUrgent(about) ? text : undefined;
}

/** Those that were made just now: nothing says them again unasked. */
function secretsIn({ toPaste }: ReadyNotice): string | undefined {
  const secrets = toPaste.filter(({ isCredential }) => isCredential);
  return secrets.length === 0 ? undefined : `${toPasteLines(secrets).join("\n")}\n`;
}

function isUrgent(notice: Notice): boolean {
  if (notice.kind === "tunnel") return !["opening", "resumed", "fetching", "fetched", "slept"].includes(notice.state);
  return notice.kind === "unrecorded" || notice.kind === "warning";
}
