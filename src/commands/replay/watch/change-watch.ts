import { watch, type FSWatcher } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import type { Clock } from "../../../clock.ts";
import { systemCode } from "../../../errors.ts";
import { untilAborted } from "../../../waiting.ts";
import { notWatchable } from "../../sentences/watching.ts";

/** What is watched; paths are absolute. */
export interface WatchedPlaces {
  files: readonly string[];
  /** Watched with all below it but hidden files, what package managers put there, and `except`. */
  folder?: string;
  except: readonly string[];
}

/** Who saves writes several times, or several files. */
const quietMs = 100;
/** Where it never gets quiet, so often. */
const mostPauses = 10;

/**
 * Tells what changes on the disk. Every folder is watched by itself, and files through theirs: a file that is replaced, as
 * most editors do, is another one to the system, and watching a whole tree has no way to leave out parts of it.
 */
export class ChangeWatch {
  readonly #places: WatchedPlaces;
  readonly #files: Set<string>;
  readonly #shallow = new Map<string, FSWatcher>();
  readonly #deep = new Map<string, FSWatcher>();
  #changed = new Set<string>();
  #wake: () => void = () => undefined;
  #isClosed = false;
  /** Done once each change so far is known, and each folder that came is watched. */
  #known = Promise.resolve();

  private constructor(places: WatchedPlaces, files: ReadonlySet<string>) {
    this.#places = places;
    this.#files = new Set(files);
  }

  /** Throws `HooksError` BAD_VALUE for what cannot be watched. */
  static async open(places: WatchedPlaces): Promise<ChangeWatch> {
    const where = await Promise.all(places.files.map((file) => realpath(file).catch(() => file)));
    const opened = new ChangeWatch(places, new Set([...places.files, ...where]));
    try {
      for (const file of opened.#files) opened.#watchShallow(dirname(file));
      if (places.folder !== undefined) await opened.#watchDeep(places.folder);
    } catch (cause) {
      opened.close();
      throw cause;
    }
    return opened;
  }

  /** What changed since the last call, once something did and it has been quiet for a moment; empty after an abort. */
  async next(clock: Clock, signal: AbortSignal): Promise<string[]> {
    if (this.#changed.size === 0) await untilAborted(new Promise<void>((resolve) => (this.#wake = resolve)), signal);
    for (let pause = 0; pause < mostPauses && !signal.aborted; pause += 1) {
      let isQuiet = true;
      this.#wake = () => (isQuiet = false);
      await clock.sleep(quietMs, signal);
      if (isQuiet) break;
    }
    await this.#known;
    const changed = [...this.#changed];
    this.#changed = new Set();
    if (signal.aborted) return [];
    const there = await Promise.all(changed.map((path) => isThere(path)));
    const left = changed.filter((_, index) => there[index]);
    return left.length > 0 ? left : changed; // many editors write a file under another name first
  }

  close(): void {
    this.#isClosed = true;
    for (const watchers of [this.#shallow, this.#deep]) {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    }
  }

  #watchShallow(folder: string): void {
    if (this.#shallow.has(folder)) return;
    const tell = (_: string, name: string | null) => {
      if (name !== null && this.#files.has(join(folder, name))) this.#tell(join(folder, name));
    };
    this.#shallow.set(folder, watchFolder(folder, tell));
  }

  async #watchDeep(folder: string): Promise<void> {
    if (this.#isClosed) return;
    this.#forgetDeep(folder); // of the same name, it may be another
    this.#deep.set(
      folder,
      watchFolder(folder, (_, name) => {
        this.#known = this.#known.then(() => this.#changedIn(folder, name));
      }),
    );
    for (const entry of await readdir(folder, { withFileTypes: true }))
      if (entry.isDirectory() && this.#isMeant(join(folder, entry.name)))
        await this.#watchDeep(join(folder, entry.name));
  }

  async #changedIn(folder: string, name: string | null): Promise<void> {
    const path = name === null ? folder : join(folder, name);
    if (name !== null && !this.#isMeant(path)) return;
    this.#tell(path);
    // A folder that is new is watched too; one that has gone is not any more.
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) this.#forgetDeep(path);
    else if (found.isDirectory() && name !== null) await this.#watchDeep(path).catch(() => undefined); // it has gone again, or cannot be watched: what it is in still is
  }

  #isMeant(path: string): boolean {
    const name = basename(path);
    return !name.startsWith(".") && name !== "node_modules" && !this.#places.except.includes(path);
  }

  #forgetDeep(folder: string): void {
    for (const [path, watcher] of this.#deep) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#deep.delete(path);
    }
  }

  #tell(path: string): void {
    this.#changed.add(path);
    this.#wake();
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

function watchFolder(folder: string, tell: (kind: string, name: string | null) => void): FSWatcher {
  try {
    const watcher = watch(folder, tell);
    watcher.on("error", () => watcher.close()); // as when it is removed on Windows
    return watcher;
  } catch (cause) {
    const code = systemCode(cause);
    if (code === undefined) throw cause;
    throw notWatchable(folder, code, cause);
  }
}
