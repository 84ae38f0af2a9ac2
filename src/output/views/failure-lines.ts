import type { EndNotice } from "../../sessions/index.ts";
import { fits, hanging } from "../columns.ts";
import { printable } from "../printable.ts";
import type { ViewSurroundings } from "./view.ts";

const shown = 5;

/** What failed and was not delivered later, the first five, each with its file. */
export function failures(notice: EndNotice, { shownPath, errWidth }: ViewSurroundings): string[] {
  const lines = notice.failures.slice(0, shown).flatMap(({ event, target, file, why }) => {
    const what = `failed: ${printable(event)} → ${printable(target)}  ${printable(why)}`;
    const whole = `  ${what}${file === undefined ? "" : `  ${shownPath(file)}`}`;
    if (fits(whole, errWidth())) return [whole];
    const whose = `  ${hanging(what, errWidth())}`;
    return file === undefined ? [whose] : [whose, `    ${shownPath(file)}`]; // alone on its line, it can be copied
  });
  const more = notice.failed - lines.filter((line) => line.startsWith("  failed: ")).length;
  return more > 0 && lines.length > 0 ? [...lines, `  … ${more} more`] : lines;
}
