/**
 * The commands of a text that start with the program's name: each from there to the end of its line, or of the last of
 * the lines that a backslash continues. Words behind a command would be pasted too.
 */
export function printedCommands(text: string, program: string): string[] {
  return text
    .replaceAll("\\\n", "\\\r")
    .split("\n")
    .filter((line) => line.includes(`${program} `))
    .map((line) => line.slice(line.indexOf(program)).replaceAll("\r", "\n"));
}
