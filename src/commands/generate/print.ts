import { type Assignment, indentedJson } from "../../events/index.ts";
import { printable, printableJson } from "../../output/index.ts";
import type { CommandContext } from "../command.ts";
import type { AlteredEvent } from "./altered-event.ts";

interface PrintOptions {
  json: boolean;
  set: readonly Assignment[];
  marketplaceUrl: string;
}

/** Pretty where it is one and a person looks at it; else a line each. */
export async function printEvents(
  events: Iterable<AlteredEvent>,
  { options }: { options: PrintOptions },
  { terminal, host }: CommandContext,
): Promise<void> {
  const iterator = events[Symbol.iterator]();
  const first = iterator.next();
  if (first.done === true) return;
  let next = iterator.next();
  if (next.done === true && terminal.outIsTerminal && !options.json)
    return terminal.out(printableJson(indentedJson(first.value.text)));
  const pieces = new Pieces((bytes) => terminal.out(bytes));
  const lineOf = isGivenPrintable(options) ? (text: string) => `${text}\n` : printableJson;
  await pieces.add(lineOf(first.value.text));
  for (; next.done !== true && !host.outputClosed.aborted; next = iterator.next()) {
    const written = pieces.add(lineOf(next.value.text));
    if (written !== undefined) await written;
  }
  await pieces.end();
}

/**
 * Whether nothing has to be escaped beyond what JSON escapes: nothing that is made up has to, so what somebody gave
 * decides it for all lines.
 */
function isGivenPrintable({ set, marketplaceUrl }: PrintOptions): boolean {
  const given = JSON.stringify([set, marketplaceUrl]);
  return printable(given) === given;
}

const pieceBytes = 65_536;

/**
 * Gathers lines into pieces that are worth a write. Each line becomes bytes by itself: as one text, a single letter
 * beyond Latin-1 would make all the lines of a piece take twice the memory, and many times as long to encode.
 */
class Pieces {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  #bytes = Buffer.allocUnsafe(pieceBytes);
  #length = 0;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  /** A promise only where a piece is written: until its reader takes more. */
  add(line: string): Promise<void> | undefined {
    const written = this.#length + line.length * mostBytesOfCharacter > this.#bytes.length ? this.end() : undefined;
    if (written !== undefined)
      this.#bytes = Buffer.allocUnsafe(Math.max(pieceBytes, line.length * mostBytesOfCharacter));
    this.#length += this.#bytes.write(line, this.#length);
    return written;
  }

  /** Writes what is left. */
  end(): Promise<void> {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return this.#write(bytes);
  }
}

/** In UTF-8, of a UTF-16 code unit. */
const mostBytesOfCharacter = 3;
