/**
 * Host and port of a proxy as a variable names it, `proxy.example.com:8080`, without what else may stand there: a name
 * and a password. Undefined where it is no address, or a part of the password could be taken for the place.
 */
export function placeOfProxy(value: string): string | undefined {
  const text = value.includes("://") ? value : `http://${value}`;
  if (!URL.canParse(text)) return undefined;
  const { host, pathname, search, hash } = new URL(text);
  const isCut = `${pathname}${search}${hash}`.includes("@"); // such as by a / in the password
  return isCut || host === "" ? undefined : host;
}
