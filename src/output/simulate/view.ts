import { describeEvent, eventHeadline } from "../../events/index.ts";
import type { SimulateNotice } from "../../sessions/simulate/index.ts";
import { headed } from "../event/head-line.ts";
import { printable } from "../printable.ts";
import { ordinal } from "../quantities.ts";
import { lineWidth } from "../views/margins.ts";
import { attemptLines } from "./attempt-lines.ts";
import { saidLines } from "./said-lines.ts";
import type { AttemptNotice, HappenedNotice, SimulateView, SimulateViewSurroundings } from "./surroundings.ts";

/** A head line for each event, and its attempts below; one that comes later says which event it belongs to. */
export function simulateView(surroundings: SimulateViewSurroundings): SimulateView {
  return new EventsAndAttempts(surroundings);
}

/** Of so many events the names in them are known when they are tried again. */
const mostRemembered = 1_000;

class EventsAndAttempts implements SimulateView {
  readonly #surroundings: SimulateViewSurroundings;
  /** By the uuids of events. */
  readonly #headlines = new Map<string, readonly string[]>();
  /** What the last head line is about. */
  #latest = "";
  #url = "";

  constructor(surroundings: SimulateViewSurroundings) {
    this.#surroundings = surroundings;
  }

  show(notice: SimulateNotice): void {
    const { output } = this.#surroundings;
    if (notice.kind === "happened") return output.data(this.#eventLine(notice), notice);
    if (notice.kind === "attempt") return output.data(this.#attemptLines(notice), notice);
    if (notice.kind === "ready") this.#url = notice.url;
    output.say(saidLines(notice, this.#surroundings), notice);
  }

  #eventLine(notice: HappenedNotice): string {
    const { outTheme: theme } = this.#surroundings;
    const { uuid, event, at, payload, entries } = notice;
    const words = eventHeadline(describeEvent(payload)).map(printable);
    this.#remember(uuid, words);
    this.#latest = `${uuid} 1`;
    const line = headed({ at, mark: theme.good("●"), event: printable(event), words }, this.#room());
    return entries.length > 0 ? `${line}\n` : `${line}\n          ${theme.faint("no webhook gets it")}\n`;
  }

  #attemptLines(notice: AttemptNotice): string {
    const { outTheme: theme, waitsMs } = this.#surroundings;
    const { uuid, event, logged } = notice;
    const { at, number, isManual, isDuplicate } = logged;
    const isBeside = isManual === true || isDuplicate === true;
    const about = isBeside ? "" : `${ordinal(number)} of ${waitsMs.length + 1}`;
    const key = isBeside && this.#latest.startsWith(`${uuid} `) ? this.#latest : `${uuid} ${number}`;
    const below = attemptLines(notice, { ...this.#surroundings, url: this.#url });
    if (key === this.#latest) return below;
    this.#latest = key;
    const words = [about, ...(this.#headlines.get(uuid) ?? [])].filter((word) => word !== "");
    const mark = theme.careful(number === 1 ? "…" : "↻");
    const ended = new Date(Date.parse(at) + logged.ms); // lines stand in the order in which attempts ended
    return `${headed({ at: ended, mark, event: printable(event), words }, this.#room())}\n${below}`;
  }

  #remember(uuid: string, words: readonly string[]): void {
    this.#headlines.set(uuid, words);
    const [oldest] = this.#headlines.keys();
    if (this.#headlines.size > mostRemembered && oldest !== undefined) this.#headlines.delete(oldest);
  }

  #room() {
    return { theme: this.#surroundings.outTheme, width: lineWidth(this.#surroundings) };
  }
}
