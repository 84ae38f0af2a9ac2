import { Unusable } from "./unusable.ts";

/** `https://marketplace.example.com`, without a slash at its end. Throws `Unusable`. */
export function readOrigin(given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Unusable("is not an address such as https://marketplace.example.com");
  }
  refuseMoreThanAddress(new URL(given));
  return given.replace(/\/+$/, "");
}

/** What stands in what we make or print must hold nothing that is secret or belongs to one call. Throws `Unusable`. */
export function refuseMoreThanAddress(url: URL): void {
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new Unusable("must not have a user name, a password, a query or a #");
}
