import { fits, wrapped } from "./columns.ts";
import { printable } from "./printable.ts";

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

/**
 * What to do, as indented, printable lines wrapped at words to fit `width`. A command stays whole, so that it can be
 * copied: one that ends a line that is too long has a line of its own, and an indented line stays as it is.
 */
export function hintLines(hint: string, width: number): string[] {
  return hint
    .split("\n")
    .map(printable)
    .flatMap((line) => (line.startsWith(" ") ? [line] : sentenceLines(line, width - indent.length)))
    .map((line) => indent + line);
}

const indent = "  ";

function sentenceLines(line: string, room: number): string[] {
  const { sentence, command } = endingInCommand.exec(line)?.groups ?? {};
  if (sentence === undefined || command === undefined || fits(line, room)) return wrapped(line, room);
  return [...wrapped(sentence, room), ...commandLines(command, room)];
}

/** However the program is started: `npx appdirect-hooks …`, `node bin/appdirect-hooks.js …`. */
const endingInCommand = /^(?<sentence>.*:) (?<command>(?:\S+ )*?\S*appdirect-hooks\S* [^:]+)$/;

/** A command below a sentence, further in than that; of more lines where it does not fit on one. */
export function commandLines(command: string, width: number): string[] {
  return shellLines(command.split(" "), width - indent.length).map((line) => indent + line);
}

/** `To resend undelivered events: appdirect-hooks replay --failed`, with the command on lines of its own where that is too long. */
export function sentenceWithCommand(
  sentence: string,
  { command, width, colour }: { command: string; width: number; colour: (text: string) => string },
): string[] {
  if (fits(`${sentence} ${command}`, width)) return [`${sentence} ${colour(command)}`];
  return [...wrapped(sentence, width), ...commandLines(command, width).map((line) => colour(line))];
}
