import type { HooksError } from "../../src/errors.ts";

/** What the program prints for an error without colours: its sentence, and below it each line of what to do. */
export function shownError({ message, hint }: HooksError): string {
  const below = hint === undefined ? "" : hint.replaceAll(/^.*$/gm, "  $&") + "\n";
  return `✖ ${message}\n${below}`;
}
