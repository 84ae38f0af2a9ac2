import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Host } from "../../../host.ts";
import { nothingToWatch, watchAndStandardInput } from "../../sentences/watching.ts";
import type { WatchedPlaces } from "./change-watch.ts";

/** What to send, and what to watch beside it; no path where only that is watched. */
export interface NamedToWatch {
  names: readonly string[];
  watch?: { path?: string };
}

/** What follows `--watch` is what to send, where nothing else was named: an option takes what follows it. */
export function namedToWatch(positionals: readonly string[], watch: string | undefined): NamedToWatch {
  if (watch === undefined) return { names: positionals };
  const isGreedy = positionals.length === 0 && watch !== "";
  const names = isGreedy ? [watch] : positionals;
  if (names.includes("-")) throw watchAndStandardInput();
  return { names, watch: isGreedy || watch === "" ? {} : { path: watch } };
}

/** Throws `HooksError` BAD_VALUE for a path that does not exist. `fixtures`: where `listen` records. */
export async function watchedPlaces(
  { path }: { path?: string },
  selected: readonly { file?: string }[],
  { host, fixtures }: { host: Pick<Host, "cwd">; fixtures: string },
): Promise<WatchedPlaces> {
  const files = [...new Set(selected.flatMap(({ file }) => file ?? []))];
  const except = [resolve(host.cwd, fixtures)];
  if (path === undefined) return { files, except };
  const place = resolve(host.cwd, path);
  const found = await stat(place).catch(() => undefined);
  if (found === undefined) throw nothingToWatch(path);
  return found.isDirectory() ? { files, folder: place, except } : { files: [...files, place], except };
}
