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
  bodyHash: string;
}

export interface RepeatsOptions {
  /** How many uuids are remembered; the one that came first is forgotten first. */
  limit: number;
  /** Never rejects. */
  earlier(uuid: string): Promise<EarlierRecording[]>;
  /** Whether a recording is still there. Never rejects. */
  exists(file: string): Promise<boolean>;
}

/** More bodies than this under one uuid are somebody's mistake, and not remembered. */
const bodiesPerUuid = 8;

interface Sighting {
  times: number;
  /** Hash of a body that was kept → how. */
  bodies: Map<string, KeepOutcome>;
  /** Ends when the events of this uuid that came before are on disk. */
  turn: Promise<unknown>;
}

/** Recognises a webhook that comes again by its uuid, across sessions too. */
export class Repeats {
  readonly #seen = new Map<string, Sighting>();
  readonly #options: RepeatsOptions;

  constructor(options: RepeatsOptions) {
    this.#options = options;
  }

  /**
   * Keeps the event with `keep` unless the same body was kept under this uuid. Events of one uuid take turns: a
   * repeat is acknowledged only once the first is on disk, and is kept in its place where that failed or the file is
   * gone.
   */
  take(uuid: string, bodyHash: string, keep: () => Promise<KeepOutcome>): Promise<Recognition> {
    const seen = this.#seen.get(uuid) ?? this.#remember(uuid);
    const taken = seen.turn.then(() => this.#takeTurn(seen, bodyHash, keep));
    seen.turn = taken.catch(() => undefined);
    return taken;
  }

  #remember(uuid: string): Sighting {
    const seen: Sighting = { times: 0, bodies: new Map(), turn: Promise.resolve() };
    seen.turn = this.#options.earlier(uuid).then((recordings) => {
      seen.times = recordings.length;
      for (const { bodyHash, file } of recordings) seen.bodies.set(bodyHash, { outcome: "recorded", file });
    });
    this.#seen.set(uuid, seen);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > this.#options.limit && oldest !== undefined) this.#seen.delete(oldest);
    return seen;
  }

  async #takeTurn(seen: Sighting, bodyHash: string, keep: () => Promise<KeepOutcome>): Promise<Recognition> {
    const before = seen.bodies.get(bodyHash);
    const differs = seen.bodies.size > 0 && before === undefined;
    const keeping = before !== undefined && (await this.#isKept(before)) ? before : await keep();
    if (keeping.outcome === "failed") return { times: seen.times + 1, differs, keeping };
    seen.times += 1;
    if (before !== undefined || seen.bodies.size < bodiesPerUuid) seen.bodies.set(bodyHash, keeping);
    return { times: seen.times, differs, keeping };
  }

  async #isKept(keeping: KeepOutcome): Promise<boolean> {
    return keeping.outcome !== "recorded" || this.#options.exists(keeping.file);
  }
}
