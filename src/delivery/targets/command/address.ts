import type { Target } from "../../target.ts";
import type { KeptAddress, TargetAddress } from "../address.ts";
import { quoted } from "../shell.ts";
import { redactWords } from "../../../authentication/index.ts";
import { programName } from "./program-name.ts";

/** A program and its arguments. */
export class CommandAddress implements TargetAddress {
  readonly kind = "command";
  /** As it was typed. */
  readonly command: string;
  /** The same split at white space, with quotes honoured. */
  readonly argv: readonly string[];

  constructor(command: string, argv: readonly string[]) {
    this.command = command;
    this.argv = argv;
  }

  /** Its program alone: it is on screen with each event. */
  get name(): string {
    return programName(this.argv[0] ?? "") || "''";
  }

  /** As it was typed; where secrets are in it, its words without them. */
  get wholeName(): string {
    const shown = redactWords(this.argv);
    return shown.every((word, index) => word === this.argv[index]) ? this.command : shown.map(wordShown).join(" ");
  }

  get distance() {
    return "this machine" as const;
  }

  get takesHeaders(): boolean {
    return false;
  }

  get takesFixture(): boolean {
    return true;
  }

  get startsProgram(): boolean {
    return true;
  }

  get hasCredentials(): boolean {
    return false;
  }

  /** Its arguments may hold secrets, and what it did not do once is not done later behind its user's back. */
  get kept(): KeptAddress {
    return { kind: this.kind, text: this.name, canBeSentToAgain: false };
  }

  isListenerOn(): boolean {
    return false;
  }

  async isUp(): Promise<boolean> {
    return true;
  }
}

function wordShown(word: string): string {
  return /[\s"']/.test(word) || word === "" ? quoted(word) : word;
}

/** Throws a TypeError for a target of another kind. */
export function argvOf({ address }: Target): readonly string[] {
  if (!(address instanceof CommandAddress))
    throw new TypeError(`A target of the kind ${address.kind} is not a command.`);
  return address.argv;
}
