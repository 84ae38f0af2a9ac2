import { isSecretName, isSecretValue } from "./secrets.ts";

/** Stands where a secret stood. It is never sent. */
export const redacted = "[redacted]";

/** Whether a header holds a secret: by its name, by its value, or because an address or a `token=…` in it does. */
export function isSecretHeader(name: string, value = ""): boolean {
  return isSecretName(name, "header") || isSecretText(value) || pairsIn(value).some(isSecretPair);
}

/** Whether a text has the shape of a secret, or holds an address with one: `https://user:password@host/`, `/?token=…`. */
export function isSecretText(value: string): boolean {
  return isSecretValue(value) || addressesIn(value).some((address) => redactAddress(address) !== address);
}

/**
 * A path or a whole address without its secrets: user name and password, and the values of secret parameters in path
 * (`;token=…`), query and fragment. Every other byte stays.
 */
export function redactAddress(address: string): string {
  const [, authority = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|\/\/[^/?#]*)?([^]*)$/i.exec(address) ?? [];
  const parts = rest.split(/(?=[?#])/);
  return authority.replace(/\/\/.*@/s, `//${redacted}@`) + parts.map(redactPart).join("");
}

/** The name of a parameter, as it is meant: decoded, and without the brackets of a list. */
export function parameterName(name: string): string {
  return decoded(name).trim().replace(/\[\]$/, "");
}

/** Of a header's value or a text; one that is a path only where it begins with it. */
function addressesIn(value: string): string[] {
  if (!value.startsWith("/") && !value.includes("://")) return [];
  return value.match(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"',]+|^\/[^\s<>"']+/gi) ?? [];
}

/** The names in front of a `=` and a value. */
function pairsIn(value: string): string[] {
  return value.match(/(?<![\w.%-])[\w.%-]+(?==["']?[^\s"';,])/g) ?? [];
}

function isSecretPair(name: string): boolean {
  return isSecretName(parameterName(name), "header");
}

/** A path, a query with its `?`, or a fragment with its `#`. */
function redactPart(part: string): string {
  if (!/^[?#]/.test(part)) return part.split("/").map(redactParameter).join("/");
  return part.charAt(0) + part.slice(1).split("&").map(redactParameter).join("&");
}

/** Some servers also separate by `;`: from the first secret name on everything goes, for a value may hold one too. */
function redactParameter(parameter: string): string {
  for (const part of parameter.matchAll(/(?:^|;)([^=;]*)=([^;]*)/g)) {
    const [whole, name = "", value = ""] = part;
    const valueStart = part.index + whole.length - value.length;
    if (valueStart === parameter.length) continue;
    if (isSecretName(parameterName(name), "parameter") || isSecretText(decoded(value)))
      return `${parameter.slice(0, valueStart)}${redacted}`;
  }
  return parameter;
}

/** `%zz` encodes nothing: then it stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
