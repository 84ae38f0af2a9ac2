/** How an event was kept: in a file, in memory alone, or not at all. */
export type KeepOutcome =
  | { outcome: "recorded"; file: string }
  | { outcome: "not recorded" }
  | { outcome: "failed"; reason: string; cause: unknown };

export interface Recognition {
  /** How often this uuid came, this time included. */
  times: number;
  /** Whether it came before with another body, and never with this one. */
  differs: boolean;
  /** Of this event, or of the same one that came before. */
  keeping: KeepOutcome;
}

/** A recording of an earlier session. */
export interface EarlierRecording {
  file: string;
  /** Missing where the file cannot be read, and its body not be compared. */
  bodyHash?: string;
}

export interface RepeatsOptions {
  /** What is remembered at most; the uuid that came first is forgotten first. */
  limits: RepeatsLimits;
  /** Undefined where there are none. Never rejects. */
  earlier(uuid: string): Promise<EarlierRecording[]> | undefined;
  /** Whether a recording is still there. Never rejects. */
  exists(file: string): Promise<boolean>;
}

export interface RepeatsLimits {
  uuids: number;
  /** As reckoned for each: its uuid, the hashes and files of its bodies, and the objects that hold them. */
  bytes: number;
}

/** More bodies than this under one uuid are somebody's mistake, and not remembered. */
export const bodiesPerUuid = 8;

interface Sighting {
  times: number;
  /** Bodies that were kept. */
  bodies: readonly KeptBody[];
  /** Whether an earlier body cannot be compared. */
  isInDoubt: boolean;
  /** Ends when the events of this uuid that came before are on disk; missing where they are. */
  turn?: Promise<unknown>;
}

interface KeptBody {
  hash: string;
  /** Missing where nothing is recorded. */
  file?: string;
}

/** Recognises a webhook that comes again by its uuid, across sessions too. */
export class Repeats {
  readonly #seen = new Map<string, Sighting>();
  /** Goes on where it was: looked for from the beginning, what was forgotten is passed each time. */
  readonly #oldest = this.#seen.entries();
  readonly #options: RepeatsOptions;
  #bytes = 0;

  constructor(options: RepeatsOptions) {
    this.#options = options;
  }

  /**
   * Keeps the event with `keep` unless the same body was kept under this uuid. Events of one uuid take turns: a
   * repeat is acknowledged only once the first is on disk, and is kept in its place where that failed or the file is
   * gone. Where the recording of the first is there and cannot be read, the event is kept too, for it may be another
   * body: it counts as the second, and nobody says that it differs.
   */
  take(uuid: string, bodyHash: string, keep: () => Promise<KeepOutcome>): Promise<Recognition> {
    const seen = this.#seen.get(uuid) ?? this.#remember(uuid);
    const take = () => this.#takeTurn(uuid, seen, bodyHash, keep);
    const taken = seen.turn === undefined ? take() : seen.turn.then(take);
    const turn: Promise<void> = taken.then(
      () => endTurn(seen, turn),
      () => endTurn(seen, turn),
    );
    seen.turn = turn;
    return taken;
  }

  #remember(uuid: string): Sighting {
    const seen: Sighting = { times: 0, bodies: [], isInDoubt: false };
    const earlier = this.#options.earlier(uuid);
    if (earlier !== undefined) seen.turn = earlier.then((recordings) => this.#takeEarlier(uuid, seen, recordings));
    this.#seen.set(uuid, seen);
    this.#bytes += bytesOf(uuid, seen);
    this.#forget();
    return seen;
  }

  #takeEarlier(uuid: string, seen: Sighting, recordings: readonly EarlierRecording[]): void {
    seen.times = recordings.length;
    seen.isInDoubt = recordings.some(({ bodyHash }) => bodyHash === undefined);
    const bodies = recordings.flatMap(({ bodyHash, file }) => (bodyHash === undefined ? [] : { hash: bodyHash, file }));
    this.#setBodies(uuid, seen, bodies);
  }

  /** Down to the limits, but for the one that came last. */
  #forget(): void {
    const { uuids, bytes } = this.#options.limits;
    while (this.#seen.size > 1 && (this.#seen.size > uuids || this.#bytes > bytes)) {
      const [uuid, seen] = this.#oldest.next().value ?? [];
      if (uuid === undefined || seen === undefined) return;
      this.#seen.delete(uuid);
      this.#bytes -= bytesOf(uuid, seen);
    }
  }

  async #takeTurn(
    uuid: string,
    seen: Sighting,
    bodyHash: string,
    keep: () => Promise<KeepOutcome>,
  ): Promise<Recognition> {
    const before = seen.bodies.find(({ hash }) => hash === bodyHash);
    const differs = seen.bodies.length > 0 && before === undefined && !seen.isInDoubt;
    const keeping = before !== undefined && (await this.#isKept(before)) ? keepingOf(before) : await keep();
    if (keeping.outcome === "failed") return { times: seen.times + 1, differs, keeping };
    seen.times += 1;
    if (before !== undefined || seen.bodies.length < bodiesPerUuid) {
      const kept = { hash: bodyHash, ...(keeping.outcome === "recorded" && { file: keeping.file }) };
      this.#setBodies(uuid, seen, [...seen.bodies.filter((body) => body !== before), kept]);
    }
    return { times: seen.times, differs, keeping };
  }

  /** One that was forgotten while its turn lasted is reckoned with no more. */
  #setBodies(uuid: string, seen: Sighting, bodies: readonly KeptBody[]): void {
    const before = bytesOf(uuid, seen);
    seen.bodies = bodies;
    if (this.#seen.get(uuid) !== seen) return;
    this.#bytes += bytesOf(uuid, seen) - before;
    this.#forget();
  }

  async #isKept({ file }: KeptBody): Promise<boolean> {
    return file === undefined || this.#options.exists(file);
  }
}

/** What is at rest keeps no promise. */
function endTurn(seen: Sighting, turn: Promise<unknown>): void {
  if (seen.turn === turn) delete seen.turn;
}

function keepingOf({ file }: KeptBody): KeepOutcome {
  return file === undefined ? { outcome: "not recorded" } : { outcome: "recorded", file };
}

function bytesOf(uuid: string, { bodies }: Sighting): number {
  return bodies.reduce((sum, { file = "" }) => sum + 150 + file.length, 200 + uuid.length);
}
