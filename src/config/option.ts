import type { Json } from "../events/index.ts";
import type { HelpText } from "./help-text.ts";

/** How what a source has becomes a value. What is heavy to read may be read later: `resolveOptions` waits for it. */
export interface ValueType<Value> {
  /** Of a text, typed or from elsewhere. Throws `Unusable`, or the `HooksError` of what the value is. */
  fromText(text: string): Value | Promise<Value>;
  /** Of what a JSON file has instead of a text; left out where only a text will do. Throws the same. */
  fromJson?(json: Exclude<Json, string>): Value | Promise<Value>;
  /** As it would be typed, for help; left out where its text is that. */
  toText?(value: Value): string;
}

interface Common {
  /** As commander takes it: `-p, --port <n>`, `--no-record`. */
  flag: string;
  /** What `--help` and the reference say. */
  help: HelpText;
  /** The same in half a line, default included, for the short help of long commands; left out where `help` is that. */
  brief?: string;
  /** The heading it stands under in `--help`. */
  group: OptionGroup;
  /** Settings have a variable, `APPDIRECT_HOOKS_PORT`; what selects or stops one run, or makes it do something else, has none. */
  setting: boolean;
  /** Never shown, and may be given as `@file`. */
  secret?: boolean;
  /** The default in words, where the value itself would not tell. */
  defaultText?: string;
  /** A secret that is typed only as `@file`: what is typed stands in lists of processes and in a shell's history. */
  typedAsFile?: true;
  /** A variable of another program that means the same; ours goes before it. */
  otherVariable?: string;
}

/** Where an option is another in one command than in the table; what it means stays the same. */
export interface OwnDetails<Value = unknown> {
  help?: HelpText;
  brief?: string;
  group?: OptionGroup;
  default?: Value;
  defaultText?: string;
  /** Another variable than the one of its name; false where it is only typed here. */
  variable?: string | false;
}

export interface ValueOption<Value, Default extends Value | undefined> extends Common {
  kind: "value";
  type: ValueType<Value>;
  default: Default;
}

/** `--exit-on-disconnect [duration]`: with a value, alone, or left out. */
export interface OptionalOption<Value> extends Common {
  kind: "optional";
  type: ValueType<Value>;
  /** What it means alone. */
  alone: Value;
}

/** `--tunnel <kind>, --no-tunnel`: a value, or false where it is switched off. */
export interface RefusableOption<Value> extends Common {
  kind: "refusable";
  type: ValueType<Value>;
}

export interface ListOption<Element, Value> extends Common {
  kind: "list";
  type: ValueType<Element>;
  /** What they are together. Throws as `type` does. */
  whole(elements: readonly Element[]): Value | Promise<Value>;
  /** What it is where none is given. */
  none: Value;
}

export interface SwitchOption<Default extends boolean | undefined> extends Common {
  kind: "switch";
  default: Default;
}

export type OptionDefinition =
  | ValueOption<unknown, unknown>
  | OptionalOption<unknown>
  | RefusableOption<unknown>
  | ListOption<unknown, unknown>
  | SwitchOption<boolean | undefined>;

export type OptionGroup =
  | "Receiving"
  | "Public address"
  | "Recording"
  | "Forwarding"
  | "Ending"
  | "Selecting"
  | "Changing"
  | "Sending"
  | "Making"
  | "Simulating"
  | "Checking"
  | "Showing"
  | "Everywhere";

/** The type of an option's value once it is resolved. */
export type ValueOf<Definition> =
  Definition extends ValueOption<infer Value, infer Default>
    ? Default extends undefined
      ? Value | undefined
      : Value
    : Definition extends OptionalOption<infer Value>
      ? Value | undefined
      : Definition extends RefusableOption<infer Value>
        ? Value | false | undefined
        : Definition extends ListOption<infer _, infer Value>
          ? Value
          : Definition extends SwitchOption<infer Default>
            ? Default extends boolean
              ? boolean
              : boolean | undefined
            : never;

type DetailsOf<Definition, Omitted extends string> = Omit<Definition, Omitted | "setting" | "kind"> & {
  setting?: boolean;
};

/** An option with a value; without `default` it may be undefined. */
export function valueOption<Value, Default extends Value | undefined = undefined>(
  given: DetailsOf<ValueOption<Value, Default>, "default"> & { default?: Default },
): ValueOption<Value, Default> {
  return { setting: true, ...given, kind: "value", default: given.default as Default };
}

/** An option whose value may be left out. */
export function optionalOption<Value>(given: DetailsOf<OptionalOption<Value>, never>): OptionalOption<Value> {
  return { setting: true, ...given, kind: "optional" };
}

/** An option with a value that `--no-…` switches off; undefined where neither was said. */
export function refusableOption<Value>(given: DetailsOf<RefusableOption<Value>, never>): RefusableOption<Value> {
  return { setting: true, ...given, kind: "refusable" };
}

/** An option that may be repeated; in its variable the values are separated by new lines. */
export function listOption<Element>(
  given: DetailsOf<ListOption<Element, readonly Element[]>, "whole" | "none">,
): ListOption<Element, readonly Element[]> {
  return joinedOption({ ...given, none: [], whole: (elements) => elements });
}

/** The same, where its values make one together. */
export function joinedOption<Element, Value>(
  given: DetailsOf<ListOption<Element, Value>, never>,
): ListOption<Element, Value> {
  return { setting: true, ...given, kind: "list" };
}

export function switchOption<Default extends boolean | undefined>(
  given: DetailsOf<SwitchOption<Default>, never>,
): SwitchOption<Default> {
  return { setting: true, ...given, kind: "switch" };
}
