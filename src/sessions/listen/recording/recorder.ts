import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { redacted } from "../../../authentication/index.ts";
import { isObject, type ReceivedEvent } from "../../../events/index.ts";
import {
  createFixture,
  fixtureBody,
  openFixtureStore,
  type Fixture,
  type FixtureStore,
} from "../../../fixtures/index.ts";
import type { ListenOptions, ListenSurroundings } from "../options.ts";
import { hashOf } from "./body-hash.ts";
import { EarlierRecordings } from "./earlier-recordings.ts";
import { Repeats, type KeepOutcome, type Recognition } from "./repeats.ts";

/** What is remembered of this session's events. */
const ownLimits = { uuids: 10_000, bytes: 5_500_000 };
/** What is remembered of recordings of earlier sessions. */
const earlierLimits = { recordings: 10_000, bytes: 2_500_000 };

/** An event, and what is kept of it. */
export interface RecordedEvent extends Recognition {
  received: ReceivedEvent;
  fixture: Fixture;
  /** Whether the fixture has the bytes that came: nothing is left out. */
  isWhole: boolean;
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
  const earlier = folder === undefined ? undefined : new EarlierRecordings(resolve(folder), earlierLimits);
  const earlierOf = (uuid: string) => (earlier?.knows(uuid) === true ? earlier.of(uuid) : undefined);
  const repeats = new Repeats({ limits: ownLimits, earlier: earlierOf, exists });
  return new Recorder({ store, repeats, earlier, hidden }, options);
}

interface RecorderParts {
  store: FixtureStore | undefined;
  repeats: Repeats;
  earlier: EarlierRecordings | undefined;
  hidden(): readonly string[];
}

/** Puts events on disk, once each. */
export class Recorder {
  /** Recordings of earlier sessions, for whoever takes them up; undefined where nothing is recorded. */
  readonly earlier: EarlierRecordings | undefined;
  readonly #store: FixtureStore | undefined;
  readonly #repeats: Repeats;
  readonly #hidden: () => readonly string[];
  readonly #options: RecorderOptions;

  constructor({ store, repeats, earlier, hidden }: RecorderParts, options: RecorderOptions) {
    this.earlier = earlier;
    this.#store = store;
    this.#repeats = repeats;
    this.#hidden = hidden;
    this.#options = options;
  }

  /** Resolves when the event is on disk, or cannot be brought there. */
  async record(received: ReceivedEvent): Promise<RecordedEvent> {
    const { redact, keepSecrets } = this.#options;
    const { fixture, secretPlaces, isWhole } = createFixture(received, { redact, keepSecrets, hidden: this.#hidden() });
    const { uuid } = received.description;
    const keep = () => write(this.#store, fixture, received);
    const recognition =
      uuid === undefined
        ? { times: 1, differs: false, keeping: await keep() }
        : await this.#repeats.take(uuid, hashOf(isWhole ? received.body : fixtureBody(fixture)), keep);
    return { received, fixture, isWhole, secretPlaces, ...recognition, ...fileOf(recognition) };
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
