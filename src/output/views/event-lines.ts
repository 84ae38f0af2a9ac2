import { describeEvent, issueSentence, textAt } from "../../events/index.ts";
import type { EventNotice } from "../../sessions/index.ts";
import { cut, padded } from "../columns.ts";
import { compact, contentRows } from "../event-view.ts";
import { printable } from "../printable.ts";
import { changeLines } from "./change-lines.ts";
import { countText, ordinal, sizeText, timeText } from "../quantities.ts";
import type { ViewSurroundings } from "./view.ts";

/** What stands in front of the lines below an event: as wide as its time. */
export const indent = " ".repeat(10);

/** `14:05:11  ● subscription.changed   Acme Corp · CRM Pro            1.9 kB` */
export function headLine(notice: EventNotice, { outTheme: theme, width }: ViewSurroundings): string {
  const { event } = notice.fixture;
  const mark = notice.isKnown ? theme.good("●") : theme.careful("◌");
  const name = padded(event, 21);
  const start = `${theme.faint(timeText(notice.receivedAt))}  ${mark} ${theme.strong(name)}  `;
  const size = sizeText(notice.bytes);
  const room = Math.max(1, Math.min(width(), 110) - 12 - name.length - 2 - size.length - 2);
  const headline = cut(printable(notice.headline.join(" · ")), room);
  return start + padded(headline, room) + "  " + theme.faint(size);
}

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
      : `content type ${printable(type).slice(0, 60)}; application/json was expected`,
  ].filter((remark) => remark !== "");
}

/** The name says it already where nothing else names the event. */
function unknownText(event: string, why: string): string {
  return event === "unknown" ? why : `unknown: ${why}`;
}

/** A path is as long as its names are. */
const longestPath = 300;

/** How it is not what AppDirect documents: how often, and the first place. */
function misfit({ issues, firstIssue }: EventNotice): string {
  if (firstIssue === undefined) return "";
  const { path: whole } = firstIssue;
  const path = whole.length > longestPath ? `${whole.slice(0, longestPath)}…` : whole;
  return printable(`not as documented, ${countText(issues, "issue")}: ${path}: ${issueSentence(firstIssue)}`);
}

/** The body: what changed where an earlier event of the resource is known, else its fields. */
export function bodyLines(
  notice: EventNotice,
  { outTheme: theme, width, verbose, bodyRows = 12 }: ViewSurroundings,
): string[] {
  const room = Math.max(30, Math.min(width(), 110) - indent.length);
  const { fixture, changes } = notice;
  if (changes !== undefined && !verbose) return changeLines(changes, { theme, room, rows: bodyRows });
  if (fixture.event === "invalid") return [theme.faint(cut(printable(bytesOf(notice)), room))];
  if (notice.isTooDeep)
    return [theme.faint(`nested too deeply to be shown${notice.file === undefined ? "" : "; its bytes are kept"}`)];
  return contentRows(contentOf(notice), { theme, width: room, verbose, rows: bodyRows });
}

/** The beginning of a body that is no JSON, as far as it may be shown. */
function bytesOf({ fixture: { rawBody }, shown, shownText }: EventNotice): string {
  if (rawBody === undefined || shown !== null) return compact(shownText);
  const { encoding, data } = rawBody;
  return Buffer.from(data.slice(0, 600), encoding).toString("utf8").slice(0, 400);
}

/** The resource's content where there is one, else what tells most, as JSON. */
function contentOf({ shown, shownText }: EventNotice): string {
  if (describeEvent(shown).content !== undefined) return textAt(shownText, ["resource", "content"]) ?? shownText;
  const resource = textAt(shownText, ["resource"]);
  return resource?.startsWith("{") === true ? resource : shownText;
}
