import { durationText } from "../../duration.ts";
import { numberText } from "../quantities.ts";
import type { Theme } from "../theme.ts";

export interface Progress {
  done: number;
  failed: number;
  /** Undefined where it is not known how much there is. */
  total?: number;
  elapsedMs: number;
}

const barWidth = 24;

/** One line that is written over itself: `██████░░░  1,200 of 5,000, 3 failed, 400 a second, 9.5 s left`. */
export function progressLine({ done, failed, total, elapsedMs }: Progress, theme: Theme): string {
  const rate = elapsedMs > 0 ? (done * 1_000) / elapsedMs : 0;
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
  const parts = [
    total === undefined ? `${numberText(done)} sent` : `${numberText(done)} of ${numberText(total)}`,
    failed > 0 ? theme.bad(`${numberText(failed)} failed`) : "",
    `${numberText(Math.round(rate))} a second`,
    total !== undefined && rate > 0 ? `${durationText(((total - done) / rate) * 1_000)} left` : "",
  ].filter((part) => part !== "");
  return share === undefined ? parts.join(", ") : `${bar(share, theme)}  ${parts.join(", ")}`;
}

function bar(share: number, theme: Theme): string {
  const full = Math.round(share * barWidth);
  return theme.name("█".repeat(full)) + theme.faint("░".repeat(barWidth - full));
}
