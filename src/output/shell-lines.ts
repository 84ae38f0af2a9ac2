import { fits } from "./columns.ts";

/**
 * A command over as many lines as it takes, broken between its parts with a backslash, so that it runs as pasted. A part
 * is a word, or an option with its value.
 */
export function shellLines(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && !fits(`${line} ${part} \\`, width)) {
      lines.push(`${line} \\`);
      line = `  ${part}`;
    } else {
      line = line === "" ? part : `${line} ${part}`;
    }
  }
  return [...lines, line];
}

/** A word for a shell, in quotes where it needs some. */
export function shellWord(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
