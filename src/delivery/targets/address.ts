/** Where the events of a target go. Its kind makes it, and alone knows what else is in it. */
export interface TargetAddress {
  /** By which name the kind stands in the table. */
  readonly kind: string;
  /** On screen with each event, unless the target has a name. Never with a secret. */
  readonly name: string;
  /** On screen once, where the name alone does not tell enough: a command with its arguments. */
  readonly wholeName?: string;
  readonly distance: Distance;
  /** Whether headers go with an event. Where none do, what somebody wants sent in them is not. */
  readonly takesHeaders: boolean;
  /** Whether an event's fixture goes to it, not its body alone. */
  readonly takesFixture: boolean;
  /** Whether an event starts a program here. */
  readonly startsProgram: boolean;
  /** Whether there are credentials in it, which are kept nowhere. */
  readonly hasCredentials: boolean;
  /** What may be kept of it. */
  readonly kept: KeptAddress;
  /** Whether what listens on this port of this machine would get the events. */
  isListenerOn(port: number): boolean;
  /** Whether it could be reached now; false as soon as the signal aborts. */
  isUp(over: AbortSignal): Promise<boolean>;
}

/** How far away a target is, judged by its name or literal address alone: nothing is looked up. */
export type Distance = "this machine" | "private network" | "far";

/** An address in the journal. */
export interface KeptAddress {
  kind: string;
  /** Without secrets; where it can be sent to again, it can be typed as a target. */
  text: string;
  canBeSentToAgain: boolean;
}
