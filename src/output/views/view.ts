import type { Notice, NoticeListener } from "../../sessions/index.ts";
import type { Theme } from "../theme.ts";

/** Shows what a session says. A session may have several. */
export type View = NoticeListener;

export type CreateView = (surroundings: ViewSurroundings) => View;

/** Where a view writes: a terminal, a file. Each text is made of whole lines. */
export interface ViewOutput {
  /** The events, with the notice that each text is about, where it is about one. */
  data(text: string, about?: Notice): void;
  /** All else, with the notice that it is about: some must not be missed by who wants the events alone. */
  say(text: string, about: Notice): void;
  /**
   * A blank in front of the next line of JSON, where it says nothing: a write is all that tells whether a pipe's reader
   * has gone (one of nothing does so on a socket alone). Missing where that is no question.
   */
  blank?(): void;
}

export interface ViewSurroundings {
  output: ViewOutput;
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

/** What a view that keeps nothing open writes of a notice: lines, each ended. */
export interface NoticeLines {
  data?: string;
  said?: string;
}

export function writeLines({ data, said }: NoticeLines, notice: Notice, output: ViewOutput): void {
  if (data !== undefined) output.data(data, notice);
  if (said !== undefined) output.say(said, notice);
}
