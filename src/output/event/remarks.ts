import { issueSentence } from "../../events/index.ts";
import type { EventNotice } from "../../sessions/index.ts";
import { cutStart } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText, ordinal } from "../quantities.ts";

/** What is worth a word: that it is no known event, that it came before. */
export function remarks(notice: EventNotice): string[] {
  const { fixture, times, differs, isKnown, whyUnknown = "AppDirect documents no such event" } = notice;
  const [type] = [fixture.request.headers["content-type"]].flat();
  return [
    fixture.event === "invalid" ? "not JSON in valid UTF-8: recorded, answered 400" : "",
    isKnown || fixture.event === "invalid" ? "" : unknownText(fixture.event, printable(whyUnknown)),
    isKnown ? misfit(notice) : "",
    times > 1 ? `again, ${ordinal(times)} time${differs ? ", with another body" : ""}` : "",
    type === undefined || /\bjson\b/i.test(type)
      ? ""
      : `content type ${printable(type).slice(0, 60)}; expected application/json`,
  ].filter((remark) => remark !== "");
}

/** The name says it already where nothing else names the event. */
function unknownText(event: string, why: string): string {
  return event === "unknown" ? why : `unknown: ${why}`;
}

/** A path is as long as its names are, and its end says most. */
const longestPath = 48;

/** How it is not what AppDirect documents: how often, and the first place. */
function misfit({ issues, firstIssue }: EventNotice): string {
  if (firstIssue === undefined) return "";
  const path = cutStart(printable(firstIssue.path), longestPath);
  return `not as documented, ${countText(issues, "issue")}: ${path}: ${printable(issueSentence(firstIssue))}`;
}
