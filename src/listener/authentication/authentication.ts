import type { HeaderList } from "../../endpoint.ts";

/** What the check of a caller says. The reason is for the user alone: the caller learns nothing. */
export type Verdict = { accepted: true } | { accepted: false; reason: string };

/** What the listener knows that a caller has to present. */
export interface Expected {
  token?: string;
}

/** One of the ways in which AppDirect can identify itself (developer.appdirect.com/webhooks/webookconfig/webhook-auth). */
export interface Authentication {
  verify(headers: HeaderList, expected: Expected): Verdict;
}
