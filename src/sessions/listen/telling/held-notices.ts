import type { EventNotice, Notice } from "../../notice.ts";

/**
 * Notices that wait until they can be shown, in their order. Beyond `mostBytes`, and one notice more, the rest is left
 * out and counted; warnings and what is said of the tunnel, of which there are few, have an eighth of that beyond it.
 * The end of the session is never left out.
 */
export class HeldNotices {
  readonly #mostBytes: number;
  #held: Notice[] = [];
  #bytes = 0;
  #leftOut = 0;

  constructor({ mostBytes = 4 * 1024 ** 2 } = {}) {
    this.#mostBytes = mostBytes;
  }

  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  add(notice: Notice): void {
    const bytes = bytesOf(notice);
    const isFull = !this.isEmpty && (this.#leftOut > 0 || this.#bytes + bytes > this.#mostBytes);
    const fitsBeyond = mayGoBeyond.has(notice.kind) && this.#bytes + bytes <= this.#mostBytes * 1.125;
    if (isFull && !fitsBeyond && notice.kind !== "end") {
      this.#leftOut += 1;
      return;
    }
    this.#held.push(notice);
    this.#bytes += bytes;
  }

  /** All of them, and how many were left out; then none are held. */
  take(): { notices: readonly Notice[]; leftOut: number } {
    const taken = { notices: this.#held, leftOut: this.#leftOut };
    this.#held = [];
    this.#bytes = 0;
    this.#leftOut = 0;
    return taken;
  }
}

const mayGoBeyond: ReadonlySet<Notice["kind"]> = new Set(["warning", "tunnel"]);

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
