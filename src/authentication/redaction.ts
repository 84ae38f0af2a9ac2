import { isSecretName, isSecretValue, type SecretPlace } from "./secrets.ts";

/** Stands where a secret stood. It is never sent. */
export const redacted = "[redacted]";

/** Whether a header holds a secret: by its name, by its value, or because an address or a `token=…` in it does. */
export function isSecretHeader(name: string, value = ""): boolean {
  return isSecretName(name, "header") || isSecretText(value) || (value.includes("%") && isSecretText(decoded(value)));
}

/** Whether a text has the shape of a secret, or has one in an address, or behind the name of one (`token=…`). */
function isSecretText(value: string): boolean {
  if (isSecretValue(value) || holdsNamedSecret(value, "header")) return true;
  return addressesIn(value).some((address) => redactAddress(address) !== address);
}

/**
 * The same of a text in a payload, where less counts: a link may have a `code`, and prose a `=`. JSON, XML and forms
 * stand in payloads as text too.
 */
export function isSecretField(value: string): boolean {
  if (isSecretValue(value) || (mayNameSecret(value) && holdsNamedSecret(value, "body"))) return true;
  return addressesIn(value).some((address) => redactAddress(address, "body") !== address);
}

/** Whether it is JSON, XML or a form by how it begins; most texts in a payload are none, and long ones take time to read. */
function mayNameSecret(value: string): boolean {
  return /^\s*[{[<]/.test(value) || (value.includes("=") && /^[\w.%-]+=\S*$/.test(value));
}

/**
 * A path or a whole address without its secrets: user name and password, in its path what has the shape of one and what
 * stands in `;token=…`, and the values of secret parameters in query and fragment. Every other byte stays.
 */
export function redactAddress(address: string, place: SecretPlace = "parameter"): string {
  const [, authority = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|\/\/[^/?#]*)?([^]*)$/i.exec(address) ?? [];
  const parts = rest.split(/(?=[?#])/);
  const user = place === "body" ? /\/\/.*:.*@/s : /\/\/.*@/s; // a name alone is none in a payload
  return authority.replace(user, `//${redacted}@`) + parts.map((part) => redactPart(part, place)).join("");
}

/**
 * Whether a text has a value behind the name of a secret: in a form or a cookie (`token=…`), in JSON (`"token": "…"`), in
 * XML (`<token>…`).
 */
export function holdsNamedSecret(text: string, place: SecretPlace): boolean {
  if (!/[=:>]/.test(text)) return false;
  for (const [, name = ""] of text.matchAll(named)) if (isSecretName(parameterName(name), place)) return true;
  if (place !== "body") return false;
  for (const [, name = ""] of text.matchAll(naming)) if (isSecretName(name, place)) return true;
  return false;
}

/** A name, what stands between it and its value, and a value that is neither empty nor yes or no. */
const named =
  /(?<![\w.%-])([\w.%-]+)(?:\]?=["']?|["']\s*:\s*["']?|\s*>\s*(?:<!\[CDATA\[)?)(?!null\b|true\b|false\b|\{\s*\}|\[\s*\])[^\s"'<>,;&}\]]/g;

/** `"name": "API_KEY"`, `<key>API_KEY`, `name="password"`: the value stands elsewhere. */
const naming = /(?<![\w-])(?:key|name|code|field|fieldName|parameter)["']?\s*[:=>]\s*["']?([\w.-]+)/g;

/** The name of a parameter, as it is meant: decoded, and without the brackets of a list. */
export function parameterName(name: string): string {
  return decoded(name).trim().replace(/\[\]$/, "");
}

/** Of a header's value or a text; one that is a path only where it begins with it. */
function addressesIn(value: string): string[] {
  if (!value.startsWith("/") && !value.includes("://")) return [];
  return value.match(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"',]+|^\/[^\s<>"']+/gi) ?? [];
}

/** A path, a query with its `?`, or a fragment with its `#`. */
function redactPart(part: string, place: SecretPlace): string {
  if (!/^[?#]/.test(part))
    return part
      .split("/")
      .map((segment) => redactSegment(segment, place))
      .join("/");
  const parameters = part.slice(1).split("&");
  return part.charAt(0) + parameters.map((parameter) => redactParameter(parameter, place)).join("&");
}

function redactSegment(segment: string, place: SecretPlace): string {
  return isSecretValue(decoded(segment)) ? redacted : redactParameter(segment, place);
}

/** Some servers also separate by `;`: from the first secret name on everything goes, for a value may hold one too. */
function redactParameter(parameter: string, place: SecretPlace): string {
  if (!parameter.includes("=")) return parameter;
  for (const part of parameter.matchAll(/(?:^|;)([^=;]*)=([^;]*)/g)) {
    const [whole, name = "", value = ""] = part;
    const valueStart = part.index + whole.length - value.length;
    if (valueStart === parameter.length) continue;
    if (isSecretParameter(parameterName(name), place) || isSecretText(decoded(value)))
      return `${parameter.slice(0, valueStart)}${redacted}`;
  }
  return parameter;
}

/** A signature in a link lets in whoever has it, as a token does. */
function isSecretParameter(name: string, place: SecretPlace): boolean {
  return isSecretName(name, place) || (/sig/i.test(name) && isSecretName(name, "parameter"));
}

/** `%zz` encodes nothing: then it stands for itself. */
function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
