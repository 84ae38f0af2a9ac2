import { HooksError, systemCode } from "../../errors.ts";
import { isObject, type Json } from "../../events/index.ts";
import type { OptionSource, SourceSurroundings } from "./source.ts";

const variable = "BEACON_SETTINGS";

/** A JSON file of settings by the names of their options, named by a variable: read when a value is first asked for. */
export function openSettingsFile({ env, readFile }: SourceSurroundings): OptionSource {
  const file = env[variable];
  let settings: Readonly<Record<string, Json>> | undefined;
  return {
    isTyped: false,
    async get({ name }) {
      if (file === undefined) return undefined;
      settings ??= await read(file, readFile);
      const value = settings[name];
      if (value === undefined) return undefined;
      return { value, named: `${file}: ${name}`, hint: `Change it in ${file}, or take it out.` };
    },
  };
}

async function read(file: string, readFile: (path: string) => string): Promise<Readonly<Record<string, Json>>> {
  const parsed: unknown = await Promise.resolve(JSON.parse(textOf(file, readFile)));
  return isObject(parsed) ? parsed : {};
}

function textOf(file: string, readFile: (path: string) => string): string {
  try {
    return readFile(file);
  } catch (cause) {
    const message = `The file ${file} cannot be read (${systemCode(cause)}).`;
    throw new HooksError("BAD_VALUE", { message, hint: `Change ${variable}, or unset it.`, cause });
  }
}
