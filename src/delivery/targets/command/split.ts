import { basename } from "node:path";
import { HooksError } from "../../../errors.ts";
import { everyEvent } from "../../../events/index.ts";
import type { Target } from "../../target.ts";

/**
 * A command that runs for every event. It is split at white space; `'…'` and `"…"` hold together, `\"` is a quote
 * inside `"…"`, and every other backslash stands for itself, because of Windows paths. No shell sees it.
 * It is named after its program alone, for the name is on screen with each event. Throws BAD_VALUE.
 */
export function commandTarget(command: string): Target {
  const argv = splitCommand(command);
  if (argv.length === 0) throw badCommand("The command is empty.");
  const name = basename(argv[0] ?? "") || command.trim();
  return { name, patterns: everyEvent, address: { kind: "command", command, argv }, headers: [] };
}

/** A part in quotes, or a run of characters that are neither quotes nor white space. */
const piece = /"((?:\\"|[^"])*)"|'([^']*)'|([^\s"']+)|(\s+)/y;

function splitCommand(command: string): string[] {
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
  return badCommand(`The quote ${command.charAt(at)} in the command ${command} has no end.`);
}

function badCommand(message: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message,
    hint: `Write it as you would type it: node "my scripts/handle.js" --verbose`,
  });
}
