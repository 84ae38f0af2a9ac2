import { longText, unitsMs, waitText } from "../../duration.ts";
import { fits, textWidth } from "../columns.ts";
import { numberText } from "../quantities.ts";
import type { Theme } from "../theme.ts";

export interface Progress {
  /** Deliveries that ended. */
  done: number;
  failed: number;
  /** Failed, and to be attempted again. */
  toRetry: number;
  elapsedMs: number;
  /** Undefined where nobody knows how many there will be. */
  total?: { count: number; isAbout: boolean };
  /** How fast they are to set out; `unforeseeable` where that is as uneven as it was recorded. */
  perSecond?: number | "unforeseeable";
  /** Once nothing more sets out: how many are still on their way. */
  stopping?: number;
}

/** `1,200 of 5,000 sent, 3 failed, 2 to retry, 400 a second, 9 s left`. */
export function progressText(progress: Progress, theme: Theme): string {
  return partsOf(progress)
    .map((part) => shown(part, theme))
    .join(", ");
}

/** The same with a bar before it, in one line that is written over itself: what does not fit is left out. */
export function progressLine(progress: Progress, theme: Theme, width: number): string {
  const parts = partsOf(progress);
  const plain = () => parts.map(({ text }) => text).join(", ");
  while (parts.length > 1 && !fits(plain(), width)) parts.splice(leastOf(parts), 1);
  const text = parts.map((part) => shown(part, theme)).join(", ");
  const { done, total } = progress;
  const room = Math.min(mostBar, width - textWidth(plain()) - 2);
  if (total === undefined || total.count === 0 || room < leastBar) return text;
  return `${bar(Math.min(1, done / total.count), room, theme)}  ${text}`;
}

const mostBar = 24;
const leastBar = 8;

interface Part {
  text: string;
  isBad?: true;
  /** What there is no room for goes, the least of all first. */
  weight: number;
}

function partsOf(progress: Progress): Part[] {
  const { done, failed, toRetry, stopping } = progress;
  const rate = rateOf(progress);
  const parts: (Part | undefined)[] = [
    { text: `${sentText(done, progress.total)} sent`, weight: 5 },
    failed > 0 ? { text: `${numberText(failed)} failed`, isBad: true, weight: 4 } : undefined,
    toRetry > 0 ? { text: `${numberText(toRetry)} to retry`, weight: 2 } : undefined,
    ...(stopping === undefined
      ? [{ text: `${numberText(Math.round(rate))} a second`, weight: 1 }, leftPart(progress, rate)]
      : [{ text: `stopping: waiting for ${numberText(stopping)}`, weight: 6 }]),
  ];
  return parts.filter((part) => part !== undefined);
}

function shown({ text, isBad }: Part, theme: Theme): string {
  return isBad === true ? theme.bad(text) : text;
}

function leastOf(parts: readonly Part[]): number {
  const least = Math.min(...parts.map(({ weight }) => weight));
  return parts.findIndex(({ weight }) => weight === least);
}

function sentText(done: number, total: Progress["total"]): string {
  if (total === undefined) return numberText(done);
  return `${numberText(done)} of ${total.isAbout ? "about " : ""}${numberText(total.count)}`;
}

function rateOf({ done, elapsedMs }: Progress): number {
  return elapsedMs > 0 ? (done * 1_000) / elapsedMs : 0;
}

/** Nothing where it is not known, such as how long until all were tried again. */
function leftPart({ done, total, perSecond, toRetry, elapsedMs }: Progress, rate: number): Part | undefined {
  if (total === undefined || done >= total.count || toRetry > 0 || perSecond === "unforeseeable") return undefined;
  // At its beginning a run is slower than its rate; later it may not keep up with it.
  const isBehind = perSecond === undefined || (elapsedMs * perSecond) / 1_000 - done > Math.max(1, perSecond);
  const speed = isBehind ? rate : perSecond;
  return speed > 0 ? { text: `${leftText(((total.count - done) / speed) * 1_000)} left`, weight: 3 } : undefined;
}

function leftText(ms: number): string {
  return ms < unitsMs.m ? waitText(ms) : longText(ms);
}

function bar(share: number, width: number, theme: Theme): string {
  const full = Math.round(share * width);
  return theme.name("█".repeat(full)) + theme.faint("░".repeat(width - full));
}
