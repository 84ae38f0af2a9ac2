import { Worker } from "node:worker_threads";
import type { AheadReader } from "../../../fixtures/selection/index.ts";
import type { PreparedEvent } from "./prepared-event.ts";

/** What the thread is asked to do. */
export interface FilesToPrepare {
  number: number;
  /** Absolute. */
  files: readonly string[];
}

export interface PreparedFiles {
  /** The request's. */
  number: number;
  /**
   * JSON of a `SentEvent[]`, which takes less time on both sides than the objects: in the order of the files, null for one
   * that has to be read in the usual way.
   */
  events: string;
  /** Of all events one after the other. */
  bodies: Uint8Array;
}

/** What of a prepared event goes from one thread to the other. */
export interface SentEvent
  extends Omit<PreparedEvent, "outgoing">, Pick<PreparedEvent["outgoing"], "query" | "headers"> {
  uuid: string | undefined;
  bodyBytes: number;
}

/** Node would let it grow to 48. */
const maxYoungGenerationSizeMb = 6;

interface Asked {
  files: readonly string[];
  answered(events: readonly (PreparedEvent | undefined)[]): void;
}

/** Has a thread of its own read files and make them ready to be sent, while others are being sent. */
export class PreparingThread implements AheadReader<PreparedEvent> {
  readonly #program: URL;
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | undefined;
  #number = 0;
  #state: "not begun" | "beginning" | "ready" | "ended" = "not begun";

  /** `program`: what the thread runs. */
  constructor(program: URL) {
    this.#program = program;
  }

  /** Undefined until the thread, which the first call begins, has loaded its program, and once it has ended. */
  prepare(files: readonly string[]): Promise<readonly (PreparedEvent | undefined)[]> | undefined {
    if (this.#state === "not begun") this.#begin();
    const worker = this.#state === "ready" ? this.#worker : undefined;
    return worker && new Promise((answered) => this.#ask(worker, { files, answered }));
  }

  /** What it was asked for last is answered no more. */
  async close(): Promise<void> {
    this.#state = "ended";
    await this.#worker?.terminate();
  }

  #begin(): void {
    const worker = new Worker(this.#program, {
      name: "preparing",
      resourceLimits: { maxYoungGenerationSizeMb }, // some hundred kB wait at a time
    });
    this.#worker = worker;
    this.#state = "beginning";
    worker.on("message", (answer: PreparedFiles) => this.#answer(worker, answer));
    // A defect, or no memory: what it would have read is read in the usual way.
    worker.on("error", () => this.#ended());
    worker.on("exit", () => this.#ended());
    this.#ask(worker, { files: [], answered: () => (this.#state = "ready") });
    worker.unref(); // nobody waits for its program
  }

  #ask(worker: Worker, asked: Asked): void {
    const number = (this.#number += 1);
    this.#asked.set(number, asked);
    worker.ref(); // the program goes on until it is answered
    worker.postMessage({ number, files: asked.files } satisfies FilesToPrepare);
  }

  #answer(worker: Worker, { number, events, bodies }: PreparedFiles): void {
    const asked = this.#asked.get(number);
    this.#asked.delete(number);
    if (this.#asked.size === 0) worker.unref();
    asked?.answered(received(events, asked.files, bodies));
  }

  #ended(): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    for (const { answered } of this.#asked.values()) answered([]);
    this.#asked.clear();
  }
}

function received(json: string, files: readonly string[], bodies: Uint8Array): (PreparedEvent | undefined)[] {
  let place = bodies.byteOffset;
  const events: (SentEvent | null)[] = JSON.parse(json);
  return events.map((sent, index) => {
    if (sent === null) return undefined;
    const { event, receivedAt, resourceKey, recordedHeaders, leftOut, uuid, query, headers, bodyBytes } = sent;
    const body = Buffer.from(bodies.buffer, place, bodyBytes);
    place += bodyBytes;
    const outgoing = { event, uuid, file: files[index], query, headers, body, fixtureText: withoutFixture };
    return { event, receivedAt, resourceKey, recordedHeaders, leftOut, outgoing };
  });
}

/** Read ahead is only what goes to targets that take bodies alone. */
function withoutFixture(): never {
  throw new TypeError("The fixture of an event that was read ahead is not at hand.");
}
