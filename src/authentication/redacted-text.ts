import { redactAddress, redacted } from "./redaction.ts";
import { isSecretName, replaceSecretValues } from "./secrets.ts";

/**
 * A text without the secrets in it, for messages that quote what somebody typed: those in addresses, behind a secret
 * name (`token=…`, `x-api-key: …`), and what has the shape of one. The sentences around stay.
 */
export function redactText(text: string): string {
  const addressed = text
    .replace(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"',]+/gi, (address) => redactAddress(address))
    .replace(/(?<![\w.%+~@/:-])[\w.%+~-]+:[^\s@"'/[\]]+@(?=[\w[])/g, `${redacted}@`);
  const paired = addressed.replace(/(?<![\w.-])([\w.-]+)=("[^"]*"|'[^']*'|[^\s"';&,<>]+)/g, redactPair);
  const headed = paired
    .split(/(["'\n])/)
    .map(redactHeader)
    .join("");
  return replaceSecretValues(headed, redacted);
}

/** What a program printed or answered, without the secrets in it: also JSON, XML and forms. */
export function redactDocument(text: string, hidden: readonly string[] = []): string {
  const shown = hidden.reduce((before, one) => before.replaceAll(one, redacted), text);
  return redactText(
    shown.replace(/(?<![\w.%-])([\w.%-]+)(["']\s*:\s*|>)("[^"]*"?|'[^']*'?|[^\s"'<>,;&}\][{]+)/g, redactMember),
  );
}

function redactMember(whole: string, name: string, between: string, value: string): string {
  if (!isSecretName(name, "body") || /^(?:null|true|false|["']{2}|.?\[redacted\].?)$/.test(value)) return whole;
  return `${name}${between}${/^["']/.test(value) ? `${value.charAt(0)}${redacted}${value.charAt(0)}` : redacted}`;
}

/**
 * The words of a command without the secrets in them: what follows a flag with a secret name too
 * (`--password sesame`, `-u name:password`), also within a word that is a command itself (`sh -c '…'`).
 */
export function redactWords(words: readonly string[]): string[] {
  return words.map((word, index) => (isSecretArgument(words[index - 1] ?? "", word) ? redacted : redactCommand(word)));
}

function redactCommand(text: string): string {
  const flagged = text.replace(
    /(?<=^|\s)(--?[a-z][\w-]*)(\s+)("[^"]*"|'[^']*'|\S+)/gi,
    (whole, flag: string, space: string, word: string) =>
      isSecretArgument(flag, word) ? `${flag}${space}${redacted}` : whole,
  );
  return redactText(flagged);
}

function redactPair(whole: string, name: string, value: string): string {
  return isSecretName(name, "parameter") && !isPlaceholder(value) ? `${name}=${redacted}` : whole;
}

/** What stands between quotes, or on a line: from the first name of a secret header on it is one. */
function redactHeader(text: string): string {
  for (const { 0: name, 1: word = "", index } of text.matchAll(/(?<![\w.-])([a-z][\w.-]*): ?(?=\S)/gi)) {
    const value = text.slice(index + name.length);
    if (isHeader(word) && !isPlaceholder(value)) return `${text.slice(0, index)}${word}: ${redacted}`;
  }
  return text;
}

/** A sentence may have a colon as well: only what looks like the name of a header counts. */
function isHeader(word: string): boolean {
  const isName = /[-_]|^(?:authorization|authentication|cookie|password|passwd|apikey)$/i.test(word);
  return isName && isSecretName(word, "header");
}

/** What our own sentences put where a value would stand. */
function isPlaceholder(value: string): boolean {
  return /^(?:[<…$@[]|"\$)/.test(value);
}

function isSecretArgument(flag: string, word: string): boolean {
  if (!/^--?[a-z][\w-]*$/i.test(flag) || /^--?[a-z]/i.test(word)) return false;
  if (/^(?:-u|--user|--proxy-user)$/.test(flag)) return word.includes(":");
  return isSecretName(flag, "parameter");
}
