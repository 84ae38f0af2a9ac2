import type { EventNotice, Notice, NoticeListener } from "../../notice.ts";

/**
 * Keeps what is said before the session is ready until that is said: it is what a user waits for, and comes first. It may
 * take minutes. Beyond `mostBytes`, and one notice more, the rest is left out, and counted in its place; warnings, of
 * which there are few, have an eighth of that beyond it.
 */
export class UntilReady implements NoticeListener {
  readonly #next: NoticeListener;
  readonly #mostBytes: number;
  #held: Notice[] | undefined = [];
  #bytes = 0;
  #leftOut = 0;

  constructor(next: NoticeListener, { mostBytes = 4 * 1024 ** 2 } = {}) {
    this.#next = next;
    this.#mostBytes = mostBytes;
  }

  get isWaiting(): boolean {
    return this.#held !== undefined;
  }

  get holdsSomething(): boolean {
    return this.#held !== undefined && this.#held.length > 0;
  }

  show(notice: Notice): void {
    if (notice.kind === "ready") return this.#release(notice);
    if (this.#held === undefined || atOnce.has(notice.kind)) return this.#next.show(notice);
    this.#hold(notice, this.#held);
  }

  /** Who opened what comes next closes it. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #hold(notice: Notice, held: Notice[]): void {
    const bytes = bytesOf(notice);
    const isFull = held.length > 0 && (this.#leftOut > 0 || this.#bytes + bytes > this.#mostBytes);
    const fitsBeyond = notice.kind === "warning" && this.#bytes + bytes <= this.#mostBytes * 1.125;
    if (isFull && !fitsBeyond) {
      this.#leftOut += 1;
      return;
    }
    held.push(notice);
    this.#bytes += bytes;
  }

  #release(ready: Notice): void {
    const held = this.#held ?? [];
    const notices = this.#leftOut;
    this.#held = undefined;
    this.#leftOut = 0;
    this.#next.show(ready);
    for (const notice of held) this.#next.show(notice);
    if (notices > 0) this.#next.show({ kind: "warning", about: "not shown", notices });
  }
}

/** Not held back. */
const atOnce: ReadonlySet<Notice["kind"]> = new Set([
  "tunnel", // tells how long one has to wait
  "end", // comes where nothing else was said
  "listening", // and the following two: no view shows them
  "taken",
  "undelivered",
]);

/** Objects of a notice beside its texts. */
const overheadBytes = 1_000;
/** What a value takes in V8 beside its text: `{},{}` is twenty times as large when parsed. */
const valueBytes = 64;

function bytesOf(notice: Notice): number {
  return overheadBytes + textBytesOf(notice);
}

function textBytesOf(notice: Notice): number {
  if (notice.kind === "event") return bytesOfEvent(notice);
  if (notice.kind !== "warning") return JSON.stringify(notice).length;
  return "places" in notice ? JSON.stringify(notice.places).length : 0; // what caused others may not be JSON
}

function bytesOfEvent({ fixture, payloadText, shown, shownText, headline, names, changes }: EventNotice): number {
  const { request, rawBody } = fixture;
  const rest = JSON.stringify([request, headline, names, changes]).length;
  const second = shown === fixture.payload ? 0 : parsedBytes(shownText);
  return parsedBytes(payloadText) + second + (rawBody?.data.length ?? 0) + rest;
}

/** A payload's text, and the values that it makes. */
function parsedBytes(text: string): number {
  let values = 1;
  for (const mark of [",", "[", "{"])
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) values += 1;
  return text.length + values * valueBytes;
}
