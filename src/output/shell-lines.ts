import { filled, fits, hanging, wrapped } from "./columns.ts";
import { printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

/**
 * A command in lines of at most `width` characters that a POSIX shell takes as pasted: broken between its words alone,
 * never within quotes, and never between a flag and its value. What is longer by itself stays whole.
 */
export function shellLines(command: string, width: number): string[] {
  return filled(partsOf(command), width, { continued: " \\", margin: "  " });
}

/**
 * `To close it: …`; the command on lines of its own, two places further in, where it does not fit beside the sentence.
 * `look`: the command's, which changes no character.
 */
export function commandBeside(
  sentence: string,
  command: string,
  width: number,
  look: (text: string) => string = (text) => text,
): string[] {
  if (fits(`${sentence} ${command}`, width)) return [`${sentence} ${look(command)}`];
  return [hanging(sentence, width), ...shellLines(command, width - 2).map((line) => `  ${look(line)}`)];
}

/** What sends again what was not delivered. */
export function resendLines({ program, theme, width }: { program: string; theme: Theme; width: number }): string[] {
  return commandBeside("To resend undelivered events:", `${program} replay --failed`, width, theme.strong);
}

/**
 * What to do, as indented, printable lines of at most `width` characters. Where one ends in `: ` and a command, that can
 * still be pasted; a line that is indented already stays as it is.
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
  return sentence === undefined || command === undefined ? wrapped(line, room) : commandBeside(sentence, command, room);
}

/** However the program is started: `npx appdirect-hooks …`, `node bin/appdirect-hooks.js …`. */
const endingInCommand = /^(?<sentence>.*?:) (?<command>(?:(?:npx|node) )?\S*appdirect-hooks\S* .+)$/;

/** A word for a shell, in quotes where it needs some. */
export function shellWord(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** What stays together: a flag with its value, a pipe or a redirection with what follows it. */
function partsOf(command: string): string[] {
  const parts: string[] = [];
  for (const word of shellWords(command)) {
    const before = parts.at(-1);
    const isHeld = before !== undefined && !/^[-|<>]/.test(word) && /^(?:-{1,2}[\w-]+|[|<>])$/.test(before);
    if (isHeld) parts.splice(-1, 1, `${before} ${word}`);
    else parts.push(word);
  }
  return parts;
}

/** With their quotes. A quote that nothing closes is a character like others. */
function shellWords(command: string): string[] {
  return command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\]|\S)+/g) ?? [];
}
