/** A made-up event, its payload as `--set` and `--unset` left it. */
export interface AlteredEvent {
  /** `subscription.added` */
  event: string;
  at: Date;
  /** The payload as JSON without white space. */
  text: string;
}
