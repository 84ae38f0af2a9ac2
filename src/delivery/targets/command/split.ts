import { HooksError } from "../../../errors.ts";
import { programName } from "./program-name.ts";

/**
 * Splits a command at white space; `'…'` and `"…"` hold together, `\"` is a quote inside `"…"`, and every other
 * backslash stands for itself, because of Windows paths. Throws BAD_VALUE.
 */
export function splitCommand(command: string): string[] {
  const argv = wordsOf(command);
  if (argv.length === 0) throw badCommand("The command is empty.");
  return argv;
}

/** A part in quotes, or a run of characters that are neither quotes nor white space. */
const piece = /"((?:\\"|[^"])*)"|'([^']*)'|([^\s"']+)|(\s+)/y;

function wordsOf(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  piece.lastIndex = 0;
  for (let end = 0; end < command.length; end = piece.lastIndex) {
    const found = piece.exec(command);
    if (found === null) throw unbalanced(command, end);
    const [, double, single, plain, space] = found;
    if (space === undefined) word = (word ?? "") + (double?.replaceAll('\\"', '"') ?? single ?? plain ?? "");
    else if (word !== undefined) words.push(word);
    if (space !== undefined) word = undefined;
  }
  return word === undefined ? words : [...words, word];
}

function unbalanced(command: string, at: number): HooksError {
  return badCommand(
    `The quote ${command.charAt(at)} in the command starting with "${firstProgram(command)}" has no closing quote.`,
  );
}

/** Of a command that could not be split: its first word up to a quote, and no more, for secrets may follow. */
function firstProgram(command: string): string {
  const [, first = ""] = /^[\s"']*([^\s"']*)/.exec(command) ?? [];
  return programName(first);
}

function badCommand(message: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message,
    hint: `Write it as you would type it: node "my scripts/handle.js" --verbose`,
  });
}
