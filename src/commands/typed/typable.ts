/**
 * A command in lines of at most `width` characters that a POSIX shell takes as pasted: broken between its words alone,
 * never within quotes, and never between a flag and its value. What is longer by itself stays whole.
 */
export function typable(command: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of partsOf(command)) {
    const longer = line === "" ? part : `${line} ${part}`;
    if (line.trim() === "" || longer.length <= width - continued.length) {
      line = longer;
    } else {
      lines.push(line + continued);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}

const continued = " \\";

/** What stays together: the program with its command, a flag with its value, a pipe with what it starts. */
function partsOf(command: string): string[] {
  const parts: string[] = [];
  for (const word of shellWords(command)) {
    const before = parts.at(-1);
    const isHeld =
      before !== undefined && !word.startsWith("-") && word !== "|" && /^(?:-{1,2}[\w-]+|\|)$/.test(before);
    if (isHeld) parts.splice(-1, 1, `${before} ${word}`);
    else parts.push(word);
  }
  return parts;
}

/** With their quotes. */
function shellWords(command: string): string[] {
  return command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/g) ?? [];
}
