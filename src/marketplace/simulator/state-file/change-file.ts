import type { FileHandle } from "node:fs/promises";
import type { Change, ChangeStore } from "../change.ts";
import { notWritten } from "./sentences.ts";

interface Waiting {
  line: Buffer;
  resolve(): void;
  reject(cause: unknown): void;
}

export interface ChangeFileOptions {
  file: FileHandle;
  /** As messages call it. */
  path: string;
  /** Where the next change goes: what stands behind it is no more than begun. */
  end: number;
  /** Gives back what keeps others away from the file. */
  unlock(): Promise<void>;
}

/** So many bytes are written at once, or one change that is larger. */
const batchBytes = 8 * 1024 ** 2;

/** What comes while a flush is under way is written and flushed together in the next one. */
export class ChangeFile implements ChangeStore {
  readonly #options: ChangeFileOptions;
  /** Up to here, all is on the disk. */
  #end: number;
  /** Whether something that was not acknowledged may stand behind it. */
  #hasLeft = false;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: ChangeFileOptions) {
    this.#options = options;
    this.#end = options.end;
  }

  append(change: Change): Promise<void> {
    if (this.#closing !== undefined) return Promise.reject(new Error("The state file is closed."));
    const line = Buffer.from(`${JSON.stringify(change)}\n`);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#working;
    if (this.#hasLeft) await this.#cutBack().catch(() => undefined); // else it is cut off when it is read
    try {
      await this.#options.file.close();
    } finally {
      await this.#options.unlock();
    }
  }

  /** Never rejects. */
  async #work(): Promise<void> {
    await Promise.resolve(); // with what comes in the same moment
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      try {
        await this.#write(Buffer.concat(batch.map(({ line }) => line)));
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        const failure = notWritten(this.#options.path, cause);
        for (const { reject } of batch) reject(failure);
      }
    }
    this.#working = undefined;
  }

  #takeBatch(): Waiting[] {
    let bytes = 0;
    const past = this.#waiting.findIndex(({ line }, index) => (bytes += line.length) > batchBytes && index > 0);
    return this.#waiting.splice(0, past === -1 ? this.#waiting.length : past);
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#hasLeft) await this.#cutBack();
    this.#hasLeft = true;
    try {
      await writeAt(this.#options.file, bytes, this.#end);
      await this.#options.file.datasync();
      this.#end += bytes.length;
      this.#hasLeft = false;
    } catch (cause) {
      await this.#cutBack().catch(() => undefined); // the cause is told already, and it is tried again
      throw cause;
    }
  }

  /** A full disk needs the room, and the next change would be written over it in part. */
  async #cutBack(): Promise<void> {
    await this.#options.file.truncate(this.#end);
    this.#hasLeft = false;
  }
}

/** All of them: the system may take fewer at once. Rejects with the system's errors. */
export async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
