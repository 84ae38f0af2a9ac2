import type { EndNotice } from "../../sessions/index.ts";
import { fits, hanging } from "../columns.ts";
import { printable } from "../printable.ts";
import type { ViewSurroundings } from "./view.ts";

const shown = 5;

/** What failed and was not delivered later, the first five, each with its file. */
export function failures({ failures: all, failed }: EndNotice, surroundings: ViewSurroundings): string[] {
  const first = all.slice(0, shown);
  const lines = first.flatMap((one) =>
    deliveryLines("failed", { ...one, why: `  ${printable(one.why)}` }, surroundings),
  );
  const more = failed - first.length;
  return more > 0 && first.length > 0 ? [...lines, `  … ${more} more`] : lines;
}

/** What was not delivered when the session ended, the first five, each with its file. */
export function undelivered(
  { undelivered: all, undeliveredCount }: EndNotice,
  surroundings: ViewSurroundings,
): string[] {
  const lines = all
    .slice(0, shown)
    .flatMap((one) =>
      deliveryLines(one.wasSent ? "cut off (the handler may have it)" : "not sent", { ...one, why: "" }, surroundings),
    );
  return undeliveredCount > shown ? [...lines, `  … ${undeliveredCount - shown} more`] : lines;
}

/** One line, or two where its file is alone on the second: there it can be copied. */
function deliveryLines(
  became: string,
  { event, target, file, why }: { event: string; target: string; file?: string; why: string },
  { shownPath, errWidth }: ViewSurroundings,
): string[] {
  const what = `${became}: ${printable(event)} → ${printable(target)}${why}`;
  const whole = `  ${what}${file === undefined ? "" : `  ${shownPath(file)}`}`;
  if (fits(whole, errWidth())) return [whole];
  const whose = `  ${hanging(what, errWidth())}`;
  return file === undefined ? [whose] : [whose, `    ${shownPath(file)}`];
}
