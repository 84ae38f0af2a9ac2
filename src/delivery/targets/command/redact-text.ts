import { isSecretHeader, redacted, redactQuery } from "../../../authentication/index.ts";

/** `name: value`, whose value may hold spaces, and `name=value` or `--name=value`. */
const header = /^([\w-]+)(:\s*)(.+)$/s;
const assignment = /^(-{0,2}[\w.-]+=)(.+)$/s;

/** Masks the secrets in one word of a command, or in a whole line. */
export function redactText(text: string): string {
  const [, name = "", colon = "", value = ""] = header.exec(text) ?? [];
  if (isSecretWord(name) && !value.startsWith("//")) return `${name}${colon}${redacted}`;
  const [, assigned = ""] = assignment.exec(text) ?? [];
  if (isSecretWord(assigned.replace(/^-+|=$/g, ""))) return `${assigned}${redacted}`;
  return text
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi, `$1${redacted}@`)
    .replace(/\S+\?\S+/g, redactQuery)
    .replace(/\b(bearer|basic)(\s+)[\w.~+/=-]+/gi, `$1$2${redacted}`)
    .replace(/(^|\s)(--?[\w-]+)(=|\s+)("[^"]*"|'[^']*'|\S+)/g, (whole: string, ...parts: string[]) => {
      const [before = "", flag = "", between = ""] = parts;
      return isSecretWord(flag.replace(/^-+/, "")) ? `${before}${flag}${between}${redacted}` : whole;
    });
}

/** The short names of parameters count for flags too: `--key`. */
export function isSecretWord(name: string): boolean {
  return name !== "" && (isSecretHeader(name) || redactQuery(`?${name}=x`) !== `?${name}=x`);
}
