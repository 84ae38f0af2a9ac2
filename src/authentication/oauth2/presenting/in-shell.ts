import { redactAddress } from "../../redaction.ts";
import type { Grant } from "../grant.ts";

/**
 * Gets an access token within a double-quoted word of a POSIX shell. `:?` in a `$(…)` would end no more than that: so each
 * variable is asked for before, in a pattern that takes away every number there is, the last exit status here.
 */
export function tokenInShell(grant: Grant, tokenUrl: string): string {
  const variables = grant === "password" ? [client, user] : [client];
  const stops = variables.map((name) => `\${?##[0-9"\${${name}:?}"]*}`).join("");
  const curl = [
    `curl --globoff --silent --show-error --fail --user "$${client}" --data grant_type=${grant}`,
    ...(grant === "password" ? userWords : []),
    `'${shownUrl(tokenUrl)}'`,
  ];
  return `${stops}$(${curl.join(" ")} | ${tokenOf})`;
}

const client = "APPDIRECT_HOOKS_CLIENT";
const user = "APPDIRECT_HOOKS_USER";

const userWords = [`--data-urlencode "username=\${${user}%%:*}"`, `--data-urlencode "password=\${${user}#*:}"`];

/** Of an answer in one line. */
const tokenOf = String.raw`sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p'`;

/** It stands in a command that is shown. */
function shownUrl(tokenUrl: string): string {
  return redactAddress(tokenUrl).replaceAll("'", "%27");
}
