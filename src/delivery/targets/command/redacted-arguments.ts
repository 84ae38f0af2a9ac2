import { redacted } from "../../../authentication/index.ts";
import { isSecretWord, redactText } from "./redact-text.ts";

/** A program and its arguments without secrets: those after a flag whose name is secret, and those within a word. */
export function redactedArguments(argv: readonly string[]): string[] {
  return argv.map((word, index) => (followsSecretFlag(argv, index) ? redacted : redactText(word)));
}

/** What a program is called: the end of its path, and of `NAME=value`, which no shell takes from it, the name. */
export function programName(word: string): string {
  const [, variable] = /^(\w+)=./.exec(word) ?? [];
  if (variable !== undefined) return `${variable}=${redacted}`;
  const last = word.split(/[\\/]/).findLast((part) => part !== "");
  return redactText(last ?? word);
}

function followsSecretFlag(argv: readonly string[], index: number): boolean {
  const [, flag = ""] = /^--?([\w-]+)$/.exec(argv[index - 1] ?? "") ?? [];
  return isSecretWord(flag) && !/^--?[a-z]/i.test(argv[index] ?? "");
}
