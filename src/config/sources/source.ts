import type { Json } from "../../events/index.ts";
import type { Giver } from "../../values/index.ts";
import type { CommandOption } from "../command-option.ts";

/** Where values of options come from. */
export interface OptionSource {
  /** Whether it is what was typed, and so is meant for this run: any option may stand there. Others are asked for settings. */
  isTyped: boolean;
  /** What it has for an option. Throws `HooksError` where it cannot be read. */
  get(option: CommandOption): SourceValue | undefined | Promise<SourceValue | undefined>;
}

/** A value as a source has it. */
export interface SourceValue extends Giver {
  /** A text is read as if it had been typed. */
  value: Json;
}

/** What sources may read. */
export interface SourceSurroundings {
  /** What was typed, by the names of options. */
  flags: Readonly<Record<string, unknown>>;
  env: Readonly<Record<string, string | undefined>>;
  /** Throws what Node throws. */
  readFile(path: string): string;
}

export type OpenSource = (surroundings: SourceSurroundings) => OptionSource;
