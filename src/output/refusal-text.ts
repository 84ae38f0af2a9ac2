import type { RefusedNotice } from "../sessions/index.ts";

/** Why a call was refused, and where it should have gone. */
export function refusalText({ reason, takenAt }: RefusedNotice): string {
  return takenAt === undefined ? reason : `${reason}; webhooks are accepted at ${takenAt}`;
}
