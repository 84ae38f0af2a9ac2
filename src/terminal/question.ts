/** Asks for a line of text, again and again until it is accepted. */
export interface Question {
  message: string;
  /** What stands there to be edited. */
  text: string;
  /** What is wrong with an answer: it stands below until something is typed. Undefined where it is accepted. */
  refusal(answer: string): string | undefined;
}

/** What was typed, or how the question was left: `signal` where the session took it away. */
export type Answer = { text: string } | { leftBy: "Esc" | "Ctrl-C" | "signal" };
