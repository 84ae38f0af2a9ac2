import { redacted, redactText } from "../../../authentication/index.ts";

/** What a program is called: the end of its path, and of `NAME=value`, which no shell takes from it, the name. */
export function programName(word: string): string {
  const [, variable] = /^(\w+)=./.exec(word) ?? [];
  if (variable !== undefined) return `${variable}=${redacted}`;
  const last = word.split(/[\\/]/).findLast((part) => part !== "");
  return redactText(last ?? word);
}
