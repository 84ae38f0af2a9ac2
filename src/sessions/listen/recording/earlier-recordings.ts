import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../../../errors.ts";
import { describeEvent } from "../../../events/index.ts";
import { fixtureBody, newestRecordings, parseFixture, uuidInFile } from "../../../fixtures/index.ts";
import type { ReceivedRecording } from "../../../state/index.ts";
import { ownText } from "../own-text.ts";
import { hashOf } from "./body-hash.ts";
import { bodiesPerUuid, type EarlierRecording } from "./repeats.ts";

const filesAtOnce = 8;
/** No path has it. */
const separator = "\0";

/** What is kept in memory, at most. */
export interface EarlierLimits {
  recordings: number;
  /** As reckoned for each: its uuid, its file below the folder, and what a map takes for them. */
  bytes: number;
}

/**
 * Recordings of earlier sessions by their uuids, as far as they are known yet: what the journals tell of is known first,
 * the rest once its files are read. An event that comes before that is taken for a new one, and recorded again.
 */
export class EarlierRecordings {
  readonly #folder: string;
  readonly #limits: EarlierLimits;
  /** uuid → files below the folder, as one text, which takes less room than a list. */
  readonly #files = new Map<string, string>();
  #recordings = 0;
  #bytes = 0;

  /** `folder` is absolute. */
  constructor(folder: string, limits: EarlierLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Whether there may be any of this event. */
  knows(uuid: string): boolean {
    return this.#files.has(uuid);
  }

  /**
   * Those of this event, each read now. One that is gone, or was made another event's, is none of them; one that is there
   * and cannot be read is one without a hash: the event came, and nobody can tell whether with the same body.
   */
  async of(uuid: string): Promise<EarlierRecording[]> {
    const files = this.#filesOf(uuid);
    const read = await Promise.all(files.map((file) => readRecording(join(this.#folder, file), uuid)));
    return read.filter((one) => one !== undefined);
  }

  /** Takes up what journals tell of, the latest first. */
  async takeReceived(received: AsyncIterable<ReceivedRecording>, signal: AbortSignal): Promise<void> {
    for await (const { uuid, file } of received) {
      if (signal.aborted || this.#isFull()) return;
      this.#add(uuid, this.#below(file));
    }
  }

  /** Takes up what else lies in the folder, the newest first: each file is read once, eight at a time. */
  async readFiles(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#isFull()) return;
    const known = new Set(Array.from(this.#files.keys(), (uuid) => this.#filesOf(uuid)).flat());
    const next = (await newestRecordings(this.#folder, this.#limits.recordings)).values();
    await Promise.all(Array.from({ length: filesAtOnce }, () => this.#readSome(next, known, signal)));
  }

  async #readSome(next: Iterable<{ file: string }>, known: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    for (const { file: path } of next) {
      if (signal.aborted || this.#isFull()) return;
      const file = this.#below(path);
      if (known.has(file)) continue;
      const uuid = await readUuid(path, signal);
      if (uuid !== undefined) this.#add(uuid, file);
    }
  }

  #add(uuid: string, file: string): void {
    const before = this.#filesOf(uuid);
    if (before.length >= bodiesPerUuid || before.includes(file)) return;
    this.#files.set(uuid, ownText([...before, file].join(separator)));
    this.#recordings += 1;
    this.#bytes += uuid.length + file.length + 120;
  }

  #filesOf(uuid: string): string[] {
    return this.#files.get(uuid)?.split(separator) ?? [];
  }

  #isFull(): boolean {
    return this.#recordings >= this.#limits.recordings || this.#bytes >= this.#limits.bytes;
  }

  #below(file: string): string {
    return file.slice(join(this.#folder, "x").length - 1);
  }
}

/** Of a file that cannot be read nothing is known. */
async function readUuid(file: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await uuidInFile(file, signal);
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    return undefined;
  }
}

async function readRecording(file: string, uuid: string): Promise<EarlierRecording | undefined> {
  try {
    const fixture = parseFixture(await readFile(file), file);
    return describeEvent(fixture.payload).uuid === uuid ? { file, bodyHash: hashOf(fixtureBody(fixture)) } : undefined;
  } catch (cause) {
    const code = systemCode(cause);
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : { file };
  }
}
