import { constants, lstatSync, readFileSync, unlinkSync } from "node:fs";
import { access, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../../errors.ts";
import type { Host } from "../../host.ts";
import { readyFileUnwritable, writeReadyFile, type ReadyFacts } from "../../sessions/index.ts";

/** A file that is there as long as events can come. Devices and pipes are written to, and never removed. */
export class ReadyFile {
  readonly #file: string;
  /** What asked for it. */
  readonly #named: string;
  readonly #host: Pick<Host, "processId" | "atExit">;
  #forget: () => void = () => undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, named: string, host: Pick<Host, "processId" | "atExit">) {
    this.#file = file;
    this.#named = named;
    this.#host = host;
  }

  /** Before anything starts: what an earlier listener left must not be read as ours. Throws `HooksError` FOLDER_UNWRITABLE. */
  async clear(): Promise<void> {
    try {
      await this.#clear();
    } catch (cause) {
      throw readyFileUnwritable(this.#file, this.#named, cause);
    }
  }

  /** Throws `HooksError` FOLDER_UNWRITABLE. */
  write(facts: ReadyFacts): Promise<void> {
    this.#forget();
    this.#forget = this.#host.atExit(() => this.#removeOwn());
    const written = this.#writing.then(() => writeReadyFile(this.#file, facts, { named: this.#named }));
    this.#writing = written.catch(() => undefined); // whoever asked for it is told
    return written;
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#forget();
    this.#removeOwn();
  }

  async #clear(): Promise<void> {
    const found = await stat(this.#file).catch(() => undefined);
    if (found?.isDirectory()) throw new Error("A folder has this name.");
    if (found !== undefined && !found.isFile()) return;
    await access(dirname(this.#file), constants.W_OK);
    await rm(this.#file, { force: true });
  }

  /** Another listener may have written its own meanwhile. At the end of the process nothing can be waited for. */
  #removeOwn(): void {
    try {
      if (!lstatSync(this.#file).isFile()) return;
      const { pid }: Partial<ReadyFacts> = JSON.parse(readFileSync(this.#file, "utf8"));
      if (pid === this.#host.processId) unlinkSync(this.#file);
    } catch (cause) {
      if (systemCode(cause) === undefined && !(cause instanceof SyntaxError)) throw cause;
    }
  }
}
