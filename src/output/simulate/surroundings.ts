import type { SimulateNotice } from "../../sessions/simulate/index.ts";
import type { Theme } from "../theme.ts";

/** Shows what a simulated marketplace says. */
export interface SimulateView {
  show(notice: SimulateNotice): void;
}

/** Where it writes; each text is made of whole lines. */
export interface SimulateOutput {
  /** Events and attempts. */
  data(text: string, about: SimulateNotice): void;
  /** All else. */
  say(text: string, about: SimulateNotice): void;
}

export interface SimulateViewSurroundings {
  output: SimulateOutput;
  outTheme: Theme;
  errTheme: Theme;
  /** Characters a line holds. */
  width(): number;
  errWidth(): number;
  /** Nothing folded. */
  verbose: boolean;
  /** How the program is typed. */
  program: string;
  /** A file as it is shown: relative to where the user is. */
  shownPath(file: string): string;
  /** After each failed attempt but the last, in ms, and how many times faster that passes here. */
  waitsMs: readonly number[];
  /** How many of these AppDirect documents. */
  documentedWaits: number;
  timeScale: number;
  /** What asks its API to send an entry of the log again, where there is time for that: `POST …/events/{id}/resend`. */
  resend?: { method: string; path: string };
}

export type HappenedNotice = Extract<SimulateNotice, { kind: "happened" }>;
export type AttemptNotice = Extract<SimulateNotice, { kind: "attempt" }>;
