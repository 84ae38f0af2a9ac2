/** A value that an option cannot take; whoever reads the option turns it into an error that names what gave it. */
export class Unusable extends Error {
  readonly hint: string | undefined;

  /** `reason` ends the sentence "--port 70000 …": `is not a whole number from 0 to 65535`. */
  constructor(reason: string, hint?: string) {
    super(reason);
    this.hint = hint;
  }
}
