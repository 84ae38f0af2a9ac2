import { redactText } from "../../redacted-text.ts";
import type { Form } from "./form.ts";
import { isGrant, type Grant } from "../grant.ts";
import { isPair } from "../pair.ts";
import type { TokenRefusal } from "./token-refusal.ts";

/** Undefined where the client may have a token for what it asks with. */
export function grantRefusal(form: Form, grants: readonly Grant[], user: string | undefined): TokenRefusal | undefined {
  const grant = form.get("grant_type");
  if (grant === undefined) return { error: "invalid_request", reason: "token request without a grant_type" };
  if (!isGrant(grant)) return { error: "unsupported_grant_type", reason: otherGrant(grant, grants) };
  if (!grants.includes(grant)) return { error: "unauthorized_client", reason: otherGrant(grant, grants) };
  return grant === "password" ? userRefusal(form, user) : undefined;
}

function userRefusal(form: Form, user: string | undefined): TokenRefusal | undefined {
  const [name, password] = [form.get("username"), form.get("password")];
  if (name === undefined || password === undefined)
    return { error: "invalid_request", reason: "token request without a user name and password" };
  if (isPair([name, password], user)) return undefined;
  return { error: "invalid_grant", reason: "token request with a wrong user name or password" };
}

function otherGrant(grant: string, grants: readonly Grant[]): string {
  return `token request for the grant "${shown(grant)}"; this listener issues tokens for ${grants.join(" and ")}`;
}

const longestShown = 40;

/** What the caller wrote, cut last: what is left of a secret must be known as one. */
function shown(grant: string): string {
  const text = grant.slice(0, 1000).replace(/[^\x20-\x7e]/g, "?");
  return redactText(text).slice(0, longestShown);
}
