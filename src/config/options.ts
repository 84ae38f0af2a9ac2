import type { OptionDefinition, OwnDetails, ValueOf } from "./option.ts";
import { checking } from "./options/checking.ts";
import { delivering } from "./options/delivering.ts";
import { everywhere } from "./options/everywhere.ts";
import { making } from "./options/making.ts";
import { receiving } from "./options/receiving.ts";
import { recording } from "./options/recording.ts";
import { reaching } from "./options/reaching.ts";
import { replaying } from "./options/replaying.ts";
import { showing } from "./options/showing.ts";
import { simulating } from "./options/simulating.ts";

/** Every option of every command, once. Flags, variables, help and the reference are made from this table. */
export const options = {
  ...receiving,
  ...reaching,
  ...recording,
  ...delivering,
  ...making,
  ...replaying,
  ...simulating,
  ...checking,
  ...showing,
  ...everywhere,
} satisfies Record<string, OptionDefinition>;

export type OptionName = keyof typeof options;

/** The options that every command takes. */
export const everywhereNames = Object.keys(everywhere) as (keyof typeof everywhere)[];
export type EverywhereName = keyof typeof everywhere;

export type OptionValues<Name extends OptionName> = { [Key in Name]: ValueOf<(typeof options)[Key]> };

/** What a command has of its own for some of its options. */
export type OwnOptions<Name extends OptionName> = { [Key in Name]?: OwnDetails<OptionValues<Key>[Key]> };

/** The same, where a default of the command's own goes before that it may be undefined. */
export type ValuesWith<Name extends OptionName, Own> = {
  [Key in Name]: Key extends keyof Own
    ? Own[Key] extends { default: unknown }
      ? Exclude<OptionValues<Key>[Key], undefined>
      : OptionValues<Key>[Key]
    : OptionValues<Key>[Key];
};

/** `port` → `--port`; of one that can also be refused, what asks for it. */
export function flagOf(name: OptionName): string {
  const { flag } = options[name];
  return /--(?:no-)?[a-z-]+/.exec(flag)?.[0] ?? flag;
}

/** `maxBody` → `APPDIRECT_HOOKS_MAX_BODY`. */
export function variableOf(name: OptionName): string {
  return `APPDIRECT_HOOKS_${inCapitals(name)}`;
}

/** `port` → `APPDIRECT_HOOKS_SIMULATE_PORT`: what is set for a marketplace is not meant for what it sends to. */
export function simulateVariableOf(name: OptionName): string {
  return `APPDIRECT_HOOKS_SIMULATE_${inCapitals(name)}`;
}

function inCapitals(name: OptionName): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
