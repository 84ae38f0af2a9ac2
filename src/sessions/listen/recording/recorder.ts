import { createHash } from "node:crypto";
import { access, readFile } from "node:fs/promises";
import { redacted } from "../../../authentication/index.ts";
import { describeEvent, isObject, type ReceivedEvent } from "../../../events/index.ts";
import {
  createFixture,
  fixtureBody,
  newestRecordings,
  openFixtureStore,
  parseFixture,
  type Fixture,
  type FixtureStore,
} from "../../../fixtures/index.ts";
import type { ListenOptions, ListenSurroundings } from "../options.ts";
import { Repeats, type EarlierRecording, type KeepOutcome, type Recognition } from "./repeats.ts";

/** How many uuids are remembered, and taken up from the newest recordings. */
const remembered = 10_000;

/** An event, and what is kept of it. */
export interface RecordedEvent extends Recognition {
  received: ReceivedEvent;
  fixture: Fixture;
  /** What is redacted in it because it is secret, beside what `--redact` names. */
  secretPlaces: readonly string[];
  /** Where it is recorded, if it is. */
  file?: string;
}

type RecorderOptions = Pick<ListenOptions, "fixtures" | "redact" | "keepSecrets">;

/** `hidden`: texts that stand in no recording. */
export async function openRecorder(
  options: RecorderOptions,
  hidden: () => readonly string[],
  { isAlive, processId, clock, random }: Pick<ListenSurroundings, "isAlive" | "processId" | "clock" | "random">,
): Promise<Recorder> {
  const { fixtures: folder } = options;
  const store =
    folder === undefined ? undefined : await openFixtureStore({ folder, isAlive, processId, clock, random });
  const repeats = new Repeats({ limit: remembered, earlier: await earlierIn(folder), exists });
  return new Recorder({ store, repeats, hidden }, options);
}

/** Puts events on disk, once each. */
export class Recorder {
  readonly #store: FixtureStore | undefined;
  readonly #repeats: Repeats;
  readonly #hidden: () => readonly string[];
  readonly #options: RecorderOptions;

  constructor(
    { store, repeats, hidden }: { store: FixtureStore | undefined; repeats: Repeats; hidden(): readonly string[] },
    options: RecorderOptions,
  ) {
    this.#store = store;
    this.#repeats = repeats;
    this.#hidden = hidden;
    this.#options = options;
  }

  /** Resolves when the event is on disk, or cannot be brought there. */
  async record(received: ReceivedEvent): Promise<RecordedEvent> {
    const { redact, keepSecrets } = this.#options;
    const { fixture, secretPlaces } = createFixture(received, { redact, keepSecrets, hidden: this.#hidden() });
    const { uuid } = received.description;
    const keep = () => write(this.#store, fixture, received);
    const recognition =
      uuid === undefined
        ? { times: 1, differs: false, keeping: await keep() }
        : await this.#repeats.take(uuid, hashOf(fixture), keep);
    return { received, fixture, secretPlaces, ...recognition, ...fileOf(recognition) };
  }

  /** Events that an earlier run was cut off with, and that have their files now. */
  get recovered(): readonly string[] {
    return this.#store?.recovered ?? [];
  }

  /** Resolves when all that was recorded is where it stays. */
  async close(): Promise<void> {
    await this.#store?.close();
  }

  /** Whether git would track this recording. */
  async gitWouldTrack(file: string): Promise<boolean> {
    return (await this.#store?.gitWouldTrack(file)) ?? false;
  }
}

async function write(store: FixtureStore | undefined, fixture: Fixture, received: ReceivedEvent): Promise<KeepOutcome> {
  if (store === undefined) return { outcome: "not recorded" };
  const { description, body, receivedAt: at } = received;
  return store.record(fixture, { uuid: isUuidRedacted(fixture) ? undefined : description.uuid, body, at });
}

/** Then the file's name does not tell it either. */
function isUuidRedacted({ payload }: Fixture): boolean {
  return payload === redacted || (isObject(payload) && payload["uuid"] === redacted);
}

function fileOf({ keeping }: Recognition): { file?: string } {
  return keeping.outcome === "recorded" ? { file: keeping.file } : {};
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false, // gone, or nobody can tell: recorded once more is better than not at all
  );
}

/** Of the body as it is recorded, so that an event of an earlier session can be compared. */
function hashOf(fixture: Fixture): string {
  return createHash("sha256").update(fixtureBody(fixture)).digest("base64");
}

/** Recordings of earlier sessions, found by what their names tell of the uuid and then read. */
async function earlierIn(folder: string | undefined): Promise<(uuid: string) => Promise<EarlierRecording[]>> {
  if (folder === undefined) return () => Promise.resolve([]);
  const byPrefix = new Map<string, string[]>();
  for (const { idPrefix, file } of await newestRecordings(folder, remembered)) {
    byPrefix.set(idPrefix, [...(byPrefix.get(idPrefix) ?? []), file]);
  }
  return async (uuid) => {
    const files = byPrefix.get(uuid.slice(0, 8).toLowerCase()) ?? [];
    const read = await Promise.all(files.map((file) => readEarlier(file, uuid)));
    return read.filter((one) => one !== undefined);
  };
}

/** A recording that was edited into nonsense or removed meanwhile is no recording of this event. */
async function readEarlier(file: string, uuid: string): Promise<EarlierRecording | undefined> {
  try {
    const fixture = parseFixture(await readFile(file, "utf8"), file);
    return describeEvent(fixture.payload).uuid === uuid ? { file, bodyHash: hashOf(fixture) } : undefined;
  } catch {
    return undefined;
  }
}
