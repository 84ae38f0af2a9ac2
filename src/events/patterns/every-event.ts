/** Which events somebody wants: `subscription.*`, `*.removed`, `order`, `!user.changed`. */
export interface EventPatterns {
  /** As it was written, parts separated by commas: for printing. */
  text: string;
  matches(eventName: string): boolean;
}

export const everyEvent: EventPatterns = { text: "*", matches: () => true };
