import { StringDecoder } from "node:string_decoder";

/** Of one line; cloudflared's are a few hundred characters. */
const longest = 4_000;
/** What is kept to be shown or searched for a cause. */
const kept = 50;

/**
 * What a program prints, line by line, however it comes in. Holds the last 50 lines: with a refused network cloudflared
 * prints thousands a second.
 */
export class Log {
  readonly #last: string[] = [];
  readonly #hidden: readonly string[];

  /** `hidden`: secrets that it was given, in case it prints them. */
  constructor(hidden: readonly string[]) {
    this.#hidden = hidden.filter((secret) => secret !== "");
  }

  /** The last lines, the newest at the end. */
  get lines(): readonly string[] {
    return this.#last;
  }

  /** What takes the chunks of one stream. `look` is given each line as it ends. */
  reader(look: (line: string) => void): LineReader {
    return new LineReader((line) => this.#add(line, look));
  }

  #add(line: string, look: (line: string) => void): void {
    const text = this.#hidden.reduce((shown, secret) => shown.replaceAll(secret, "[redacted]"), textOf(line));
    if (text === "") return;
    this.#last.push(text);
    if (this.#last.length > kept) this.#last.shift();
    look(text);
  }
}

/** Finds the lines in the chunks of one stream. */
class LineReader {
  readonly #decoder = new StringDecoder("utf8");
  readonly #add: (line: string) => void;
  #begun = "";

  constructor(add: (line: string) => void) {
    this.#add = add;
  }

  take(chunk: Buffer): void {
    this.#takeText(this.#decoder.write(chunk));
  }

  end(): void {
    this.#takeText(`${this.#decoder.end()}${this.#begun === "" ? "" : "\n"}`);
  }

  #takeText(text: string): void {
    const [first = "", ...rest] = text.split("\n");
    this.#begun = (this.#begun + first.slice(0, longest)).slice(0, longest); // what is longer is no line of cloudflared's
    for (const next of rest) {
      this.#add(this.#begun);
      this.#begun = next.slice(0, longest);
    }
  }
}

/** A line without colours, time and level. It is text, or with `--output json` an object. */
function textOf(line: string): string {
  const plain = line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
  return plain.startsWith("{") ? textOfObject(plain) : plain.replace(/^\d{4}-\d\d-\d\dT[\d:.]+Z (?:[A-Z]{3} )?/, "");
}

function textOfObject(line: string): string {
  try {
    const { message, level: _, time: __, ...rest }: Record<string, unknown> = JSON.parse(line);
    const facts = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return [String(message ?? ""), ...facts].filter((part) => part !== "").join(" ");
  } catch {
    return line; // it only begins like an object
  }
}
