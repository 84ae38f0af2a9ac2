import { isUtf8 } from "node:buffer";
import { isSecretHeader, redacted, type PresentedHeader } from "../../../authentication/index.ts";
import { quoted } from "../shell.ts";

/** A request as a shell would send it. */
export interface CurlRequest {
  url: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
  /** Of the headers those that identify us. */
  presented?: readonly PresentedHeader[];
}

/** A curl command for a POSIX shell that sends exactly these bytes. Secrets stay out: they come from variables, and where one is empty the shell stops. */
export function curlCommand({ url, headers, body, presented = [] }: CurlRequest): string {
  const { before, data } = bodyWords(body);
  const lines = [
    `${before}${program(url)} --request POST ${word(url)}`,
    ...headers.map(([name, value]) => `--header ${headerWord(name, value, presented)}`),
    ...(headers.some(([name]) => name.toLowerCase() === "content-type") ? [] : ["--header 'content-type:'"]),
    `--data-binary ${data}`,
  ];
  return lines.join(" \\\n  ");
}

/** The same for programs: a body that is not UTF-8 is in base64. */
export function requestFacts({ url, headers, body }: CurlRequest) {
  const masked = headers.map(([name, value]) => [name, isSecretHeader(name, value) ? redacted : value]);
  const encoding = isUtf8(body) ? "utf8" : "base64";
  return { method: "POST", url, headers: masked, body: { encoding, data: body.toString(encoding) } };
}

/** Without --globoff curl takes brackets and braces in an address for ranges. */
function program(url: string): string {
  return /[[\]{}]/.test(url) ? "curl --globoff" : "curl";
}

/** curl sends a header without a value only where a `;` ends it. */
function headerWord(name: string, value: string, presented: readonly PresentedHeader[]): string {
  const ours = presented.find((header) => header.name === name.toLowerCase());
  if (ours !== undefined) return `${word(`${name}: `)}${ours.inShell}`;
  if (isSecretHeader(name, value)) return `${word(`${name}: `)}"\${${variableOf(name)}:?}"`;
  return word(value === "" ? `${name};` : `${name}: ${value}`);
}

function variableOf(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "_")
    .replace(/^(?=\d)/, "_");
}

/** Linux takes 128 kB in one argument; what the shell itself prints has no such bound. */
const longestArgument = 100_000;

/** A body that begins with `@` would name a file to curl. */
function bodyWords(body: Buffer): { before: string; data: string } {
  const text = shown(body);
  if (text !== undefined && !text.startsWith("@") && body.length <= longestArgument) {
    return { before: "", data: quoted(text) };
  }
  const printed = text === undefined ? `${quoted(body.toString("base64"))} | base64 -d` : quoted(text);
  return { before: `printf %s ${printed} | `, data: "@-" };
}

/** As it goes over the wire: a byte a character, in UTF-8 where that is too little. */
function word(text: string): string {
  const bytes = Buffer.from(text, /[^\u0000-\u00ff]/.test(text) ? "utf8" : "latin1");
  const asText = shown(bytes);
  return asText === undefined ? `"$(printf '${[...bytes].map(octal).join("")}')"` : quoted(asText);
}

/** What stands in a terminal as it is and is copied from there unchanged. */
const plain =
  /^[\n\t\x20-\x7e\u00a0-\u061b\u061d-\u200a\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\uffef\u{10000}-\u{1ffff}]*$/u;

function shown(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) && plain.test(text) ? text : undefined;
}

/** For printf: what means something to it or to the shell is written as its number. */
function octal(byte: number): string {
  const character = String.fromCharCode(byte);
  return /^[\x20-\x7e]$/.test(character) && !/['\\%]/.test(character)
    ? character
    : `\\${byte.toString(8).padStart(3, "0")}`;
}
