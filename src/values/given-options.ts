import { didYouMean, HooksError } from "../errors.ts";
import { mistaken, unusable } from "./sentences.ts";
import { Unusable } from "./unusable.ts";
import { valueText } from "./value-text.ts";

export interface OptionsForm<Name extends string> {
  /** What messages call the function that takes them: `sample`. */
  caller: string;
  /** Every option, with a value as it would be written. */
  examples: Readonly<Record<Name, string>>;
  /** Those whose values are never shown. */
  secret?: readonly Name[];
}

/** Options as a program gave them to a function of the library, which no compiler may have seen. */
export class GivenOptions<Name extends string> {
  readonly #given: Readonly<Record<string, unknown>>;
  readonly #form: OptionsForm<Name>;

  /** @throws HooksError BAD_VALUE for what is no object, USAGE for an option that does not exist. */
  constructor(given: unknown, form: OptionsForm<Name>) {
    if (!isOptions(given)) throw optionsNeeded(form, valueText(given));
    const names = Object.keys(form.examples);
    for (const name of Object.keys(given)) if (!names.includes(name)) throw noSuchOption(name, form.caller, names);
    this.#given = given;
    this.#form = form;
  }

  /**
   * What the reader makes of it; undefined where it is left out. The reader throws `Unusable`, or a `HooksError` of what
   * the value is.
   * @throws HooksError BAD_VALUE for a value that cannot be used, and what the reader throws, naming the option.
   */
  read<Value>(name: Name, reader: (value: unknown) => Value): Value | undefined {
    const value = this.#given[name];
    if (value === undefined) return undefined;
    const { examples, secret = [] } = this.#form;
    const giver = { named: name, hint: `Use, for example, { ${name}: ${examples[name]} }, or leave it out.` };
    try {
      return reader(value);
    } catch (cause) {
      if (cause instanceof Unusable)
        throw unusable(giver, secret.includes(name) ? "[redacted]" : shown(value, examples[name]), cause);
      throw cause instanceof HooksError ? mistaken(giver, cause) : cause;
    }
  }
}

const isOptions = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === "object" && given !== null && !Array.isArray(given);

/** A text stands as it is, but in quotes where a number is wanted. */
function shown(value: unknown, example: string): string {
  return typeof value === "string" && !/^\d/.test(example) ? value : valueText(value);
}

function noSuchOption(name: string, caller: string, names: readonly string[]): HooksError {
  return new HooksError("USAGE", {
    message: `${caller} has no option "${name}".`,
    hint: didYouMean(name, names) ?? `Options: ${names.join(", ")}.`,
  });
}

function optionsNeeded<Name extends string>({ caller, examples }: OptionsForm<Name>, given: string): HooksError {
  const [[name, example] = ["", ""]] = Object.entries(examples);
  return new HooksError("BAD_VALUE", {
    message: `${caller} cannot use ${given} as its options: it is not an object.`,
    hint: `Use, for example, { ${name}: ${String(example)} }, or leave it out.`,
  });
}
