import { HooksError } from "../../errors.ts";
import { listText } from "../../output/index.ts";

/** `word` stands where the command takes no more. */
export function notTaken(word: string, { name, program }: { name: string; program: string }): HooksError {
  return new HooksError("USAGE", {
    message: `Unexpected argument for ${name}: "${word}".`,
    hint: seeHelp(`${program} ${name}`),
  });
}

/** `typed` are the words in front of the command: the program's, and its group's. */
export function noSuchCommand(
  words: string,
  { suggestion, typed }: { suggestion: string | undefined; typed: string },
): HooksError {
  const hint = suggestion ?? `To list the commands: ${typed} --help`;
  return new HooksError("USAGE", { message: `Unknown command: "${words}".`, hint });
}

/** `flag` as the help writes it: `-p, --port <n>`. */
export function valueMissing(flag: string, program: string): HooksError {
  return new HooksError("USAGE", { message: `${flag} requires a value.`, hint: seeHelp(program) });
}

/** In the parser's own words. */
export function notParsed(cause: Error, program: string): HooksError {
  const said = cause.message.replace(/^error: /, "");
  const message = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  return new HooksError("USAGE", { message, hint: seeHelp(program), cause });
}

export function takesNoValue(flag: string): HooksError {
  return new HooksError("USAGE", { message: `${flag} does not accept a value.`, hint: `Write ${flag} alone.` });
}

export function noSuchFlag(
  flag: string,
  { suggestion, program }: { suggestion: string | undefined; program: string },
): HooksError {
  return new HooksError("USAGE", { message: `Unknown flag: ${flag}`, hint: suggestion ?? seeHelp(program) });
}

/** `owners`: the commands that have it. */
export function ofOtherCommands(
  flag: string,
  { owners, program }: { owners: readonly string[]; program: string },
): HooksError {
  const message = `Unknown flag: ${flag} (it belongs to ${listText(owners)})`;
  return new HooksError("USAGE", { message, hint: seeHelp(program) });
}

function seeHelp(program: string): string {
  return `For help: ${program} --help`;
}
