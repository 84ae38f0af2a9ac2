import type { Acceptance, Authentication } from "../authentication.ts";
import { namesIn, pick, type CredentialName, type Credentials } from "../credentials.ts";
import { AccessTokens } from "./issuing/access-tokens.ts";
import { bearerVerdict } from "./issuing/bearer.ts";
import type { Grant } from "./grant.ts";
import { oauth2Presenter } from "./presenting/presenter.ts";
import { toPaste } from "./to-paste.ts";
import { tokenEndpoint } from "./issuing/token-endpoint.ts";
import { tokenPlace } from "./token-url.ts";

interface SchemeOptions {
  /** Those for which tokens are issued; who sends uses the first. */
  grants: readonly [Grant, ...Grant[]];
  /** What it is, in a few words. */
  named: string;
}

/** A bearer token (RFC 6750) that the listener itself issues. */
export function oauth2Scheme({ grants, named }: SchemeOptions): Authentication {
  const needs = needsOf(grants);
  return {
    headers: ["authorization"],
    make: (random) =>
      pick({ client: `appdirect-client:${random.token()}`, user: `appdirect-user:${random.token()}` }, needs),
    open: (credentials, surroundings) => ({
      asksFor: `a bearer token (${named})`,
      ...acceptance(grants, pick(credentials, needs), surroundings),
    }),
    present: (credentials, surroundings) => oauth2Presenter(grants[0], credentials, surroundings),
  };
}

function acceptance(
  grants: readonly Grant[],
  credentials: Credentials,
  surroundings: Parameters<Authentication["open"]>[1],
): Acceptance {
  const isComplete = namesIn(credentials).length === needsOf(grants).length;
  const tokens = new AccessTokens(isComplete ? Object.values(credentials) : undefined, surroundings);
  return {
    toPaste,
    tokenUrl: tokenPlace,
    endpoints: (webhookPath, tell) => [tokenEndpoint(tokenPlace(webhookPath), { grants, credentials, tokens }, tell)],
    verify: (headers) => bearerVerdict(headers, tokens),
  };
}

function needsOf(grants: readonly Grant[]): CredentialName[] {
  return grants.includes("password") ? ["client", "user"] : ["client"];
}
