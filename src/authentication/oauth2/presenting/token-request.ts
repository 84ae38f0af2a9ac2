import type { Credentials } from "../../credentials.ts";
import type { Grant } from "../grant.ts";
import { pairOf } from "../pair.ts";

/** What is sent for an access token: all of it is secret. */
export interface TokenRequest {
  authorization: string;
  /** A form. */
  body: string;
}

/** Undefined where something that the grant needs is missing. */
export function requestFor(grant: Grant, { client, user }: Credentials): TokenRequest | undefined {
  if (client === undefined) return undefined;
  const authorization = basic(client);
  if (grant === "client_credentials") return { authorization, body: formOf({ grant_type: grant }) };
  if (user === undefined) return undefined;
  const [username, password] = pairOf(user);
  return { authorization, body: formOf({ grant_type: grant, username, password }) };
}

/** Its parts encoded like a form (RFC 6749, 2.3.1). */
function basic(client: string): string {
  const encoded = pairOf(client).map((part) => formOf({ part }).slice("part=".length));
  return `Basic ${Buffer.from(encoded.join(":")).toString("base64")}`;
}

function formOf(parameters: Record<string, string>): string {
  return new URLSearchParams(parameters).toString();
}
