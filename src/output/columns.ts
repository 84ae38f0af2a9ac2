import stringWidth from "fast-string-width";

/**
 * Two columns, the second wrapped at words to fit `width` characters; below each other where the first is too wide:
 * wider than `most`. Colours and wide characters are reckoned with.
 */
export function columns(
  rows: readonly (readonly [string, string])[],
  width: number,
  most = Math.floor(width * 0.6),
): string[] {
  const widest = Math.max(0, ...rows.map(([first]) => textWidth(first)));
  const indent = Math.min(widest, most) + 2;
  return rows.flatMap(([first, second]) => {
    const [top = "", ...more] = wrapped(second, Math.max(20, width - indent));
    const rest = more.map((line) => " ".repeat(indent) + line);
    const gap = indent - textWidth(first);
    return gap >= 2 ? [first + " ".repeat(gap) + top, ...rest] : [first, " ".repeat(indent) + top, ...rest];
  });
}

/**
 * `first`, and `second` beside it, wrapped at words to fit `width`; below it where a word, such as a long path, would not
 * fit beside. What does not fit there either has a line of its own.
 */
export function besideOrBelow(first: string, second: string, firstWidth: number, width: number): string[] {
  const room = width - firstWidth - 2;
  if (second.split(" ").every((word) => fits(word, room))) return columns([[padded(first, firstWidth), second]], width);
  return [first, ...wrapped(second, width - belowIndent.length).map((line) => belowIndent + line)];
}

const belowIndent = " ".repeat(4);

/** `text` with spaces behind it until it is `width` wide. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

/** Cut to `width` characters, with `…` where something is missing. */
export function cut(text: string, width: number): string {
  // Marks without a width can be stacked without end; nobody sees what so many characters would tell.
  const near = text.slice(0, mostCharacters * width);
  if (near.length === text.length && textWidth(text) <= width) return text;
  return `${fitting(new Intl.Segmenter().segment(near), width - 1).join("")}…`;
}

/** The same with its end: what a path ends in tells most. */
export function cutStart(text: string, width: number): string {
  const near = text.slice(-mostCharacters * width);
  if (near.length === text.length && textWidth(text) <= width) return text;
  const fromEnd = [...new Intl.Segmenter().segment(near)].toReversed();
  return `…${fitting(fromEnd, width - 1)
    .toReversed()
    .join("")}`;
}

/** Characters as they are seen, as many as `width` has room for. */
function fitting(segments: Iterable<Intl.SegmentData>, width: number): string[] {
  const shown: string[] = [];
  let used = 0;
  for (const { segment } of segments) {
    used += textWidth(segment);
    if (used > width) break;
    shown.push(segment);
  }
  return shown;
}

/** For each place on the line. */
const mostCharacters = 16;

/** Most text is of nothing else, and what knows the width of everything takes a start some milliseconds. */
const printableAscii = /^[\x20-\x7e]*$/;

/** How many characters wide it stands in a terminal. */
export function textWidth(text: string): number {
  return printableAscii.test(text) ? text.length : stringWidth(text);
}

/** Whether it takes no more than `width` characters. */
export function fits(text: string, width: number): boolean {
  return textWidth(text) <= width;
}

/** Text over several lines, each but the first two places further in, and all within `width` but for longer words. */
export function hanging(text: string, width: number): string {
  return wrapped(text, width - 2).join("\n  ");
}

/** Lines of at most `width` characters, broken at spaces, and at most `most` of them: the last is cut. */
export function wrappedAtMost(text: string, { width, most }: { width: number; most: number }): string[] {
  const lines = wrapped(text, width);
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
  return shown.map((line) => cut(line, width));
}

/** Items with commas between them in lines of at most `width` characters, broken between items alone. */
export function wrappedList(items: readonly string[], width: number): string[] {
  if (items.length === 0) return [];
  const last = items.length - 1;
  return filled(
    items.map((item, index) => (index < last ? `${item},` : item)),
    width,
    { margin: "  " },
  );
}

/** Lines of at most `width` characters, broken at spaces. */
export function wrapped(text: string, width: number): string[] {
  return filled(text.split(" "), width);
}

/**
 * Parts with a space between them in lines of at most `width` characters; what is longer by itself stays whole.
 * `continued`: the end of each line but the last, `margin`: the beginning of each but the first.
 */
export function filled(parts: readonly string[], width: number, { continued = "", margin = "" } = {}): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? part : `${line} ${part}`;
    if (line === "" || fits(longer + continued, width)) {
      line = longer;
    } else {
      lines.push(line + continued);
      line = margin + part;
    }
  }
  return [...lines, line];
}
