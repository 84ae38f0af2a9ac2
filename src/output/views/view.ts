import type { Notice } from "../../sessions/index.ts";
import type { Theme } from "../theme.ts";

/** Turns what a session says into text, each line ended. */
export type View = (notice: Notice) => Shown;

export interface Shown {
  /** The events: data, for stdout. */
  out?: string;
  /** All else, for stderr. */
  err?: string;
}

export interface ViewParts {
  outTheme: Theme;
  errTheme: Theme;
  /** Characters a line holds. */
  width(): number;
  /** The same for what is said beside the events: without end where no terminal shows it. */
  errWidth(): number;
  /** Nothing folded. */
  verbose: boolean;
  /** How many fields of a body are shown, unless verbose; 12. */
  bodyRows?: number;
  /** How the program is typed. */
  program: string;
  /** A file as it is shown: relative to where the user is. */
  shownPath(file: string): string;
}

export type CreateView = (parts: ViewParts) => View;
