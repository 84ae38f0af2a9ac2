import { splitQuery } from "../address.ts";
import type { Refusal } from "./receive.ts";
import { shownPath } from "./request-parts.ts";

const taken = ["GET", "HEAD", "POST"];

/** A method that nothing here is called with; undefined for one that is. */
export function otherMethod(method: string, url: string, isHere: boolean): Refusal | undefined {
  if (taken.includes(method)) return undefined;
  if (isHere) return { status: 405, reason: `${method}; webhooks are POST requests` };
  return { status: 405, reason: `${method} to another path (${shownPath(url)})`, isAstray: true };
}

/**
 * AppDirect tells an integration event by a GET with the event's address in the query. The name is the vendor's choice;
 * these two are the documented ones. The address may hold a token, and is not told.
 */
export function integrationCall(method: string, url: string, status: number): Refusal | undefined {
  const query = new URLSearchParams(splitQuery(url).query);
  const isOne = method === "GET" && ["eventUrl", "url"].some((name) => query.getAll(name).some(isAddress));
  return isOne ? { status, reason: "an integration event; this version accepts only webhooks" } : undefined;
}

/** Encoded once more where what leads here encodes the address again. */
const isAddress = (value: string) => /^https?(:|%3a)(\/|%2f){2}\S/i.test(value);
