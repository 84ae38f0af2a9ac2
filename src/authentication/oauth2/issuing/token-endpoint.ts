import type { Endpoint, IncomingCall } from "../../../endpoint.ts";
import type { Acceptance } from "../../authentication.ts";
import type { Credentials } from "../../credentials.ts";
import { lifetimeSeconds, type AccessTokens } from "./access-tokens.ts";
import { clientRefusal } from "./client.ts";
import { isRefusal, readForm } from "./form.ts";
import type { Grant } from "../grant.ts";
import { grantRefusal } from "./grant-request.ts";
import { tokenAnswer } from "./token-answer.ts";
import { refusalAnswer, statusOf, type TokenRefusal } from "./token-refusal.ts";

/** For whom the endpoint issues tokens. */
export interface Demands {
  grants: readonly Grant[];
  credentials: Credentials;
  tokens: AccessTokens;
}

type Tell = Parameters<Acceptance["endpoints"]>[1];

/** Issues access tokens (RFC 6749, 3.2). Its calls are no webhooks, and so are not recorded. */
export function tokenEndpoint(path: string, demands: Demands, tell: Tell): Endpoint {
  return {
    method: "POST",
    path,
    async take(call) {
      const issued = await issue(call, demands);
      if (typeof issued === "string")
        return tokenAnswer(200, { access_token: issued, token_type: "Bearer", expires_in: lifetimeSeconds });
      tell({ status: statusOf(issued), reason: issued.reason });
      return refusalAnswer(issued);
    },
  };
}

async function issue(call: IncomingCall, { grants, credentials, tokens }: Demands): Promise<string | TokenRefusal> {
  const form = await readForm(call);
  if (isRefusal(form)) return form;
  const refusal = clientRefusal(call.headers, form, credentials.client) ?? grantRefusal(form, grants, credentials.user);
  return refusal ?? tokens.issue() ?? nothingToCompare;
}

const nothingToCompare: TokenRefusal = {
  error: "invalid_client",
  reason: "token request, but this listener has no credentials to compare with",
};
