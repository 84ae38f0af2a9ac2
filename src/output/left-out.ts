/** What becomes of events that a filter leaves out of what is shown and forwarded. */
export function othersAre(recorded: boolean): string {
  return recorded ? "recorded only" : "counted only";
}
