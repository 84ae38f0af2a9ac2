import { splitQuery } from "../address.ts";
import { isAddressWithQuery, isSecretName, isSecretParameter } from "./secrets.ts";

/** Stands where a secret stood. It is never sent. */
export const redacted = "[redacted]";

/** Replaces the values of secret parameters after the `?`; every other byte stays. Takes a path or a whole address. */
export function redactQuery(address: string): string {
  const { path, query } = splitQuery(address);
  return query === undefined ? path : `${path}?${query.split("&").map(redactParameter).join("&")}`;
}

/** The name of a parameter, as it is meant: decoded, and without the brackets of a list. */
export function parameterName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " ")).trim().replace(/\[\]$/, "");
  } catch (cause) {
    if (cause instanceof URIError) return name; // `%zz` is no escape: then it is the name itself
    throw cause;
  }
}

/** Some servers also separate by `;`: from the first secret name on everything goes, for a value may hold one too. */
function redactParameter(parameter: string): string {
  for (const part of parameter.matchAll(/(?:^|;)([^=;]*)=/g)) {
    const valueStart = part.index + part[0].length;
    if (!isSecretParameter(parameterName(part[1] ?? "")) || valueStart === parameter.length) continue;
    return `${parameter.slice(0, valueStart)}${redacted}`;
  }
  return parameter;
}

/** Whether a header holds a secret: by its name, or because its value is an address with one in its query. */
export function isSecretHeader(name: string, value = ""): boolean {
  return isSecretName(name) || (isAddressWithQuery(value) && redactQuery(value) !== value);
}
