import type { Acceptance, AuthenticationName, Credentials } from "../../src/authentication/index.ts";
import type { HeaderList } from "../../src/endpoint.ts";
import { askEndpoint, tokenIn } from "../harness/ask-endpoint.ts";

/** An authentication of each kind: what a caller has to present, what is right, and what is wrong with why. */
export interface Stage {
  expected: Credentials;
  /** What stands in AppDirect's form for these. */
  pasted: string[];
  right(acceptance: Acceptance): Promise<HeaderList[]>;
  wrong: { headers: HeaderList; reason: string }[];
  asksFor: string | undefined;
}

export const secret = "s3cret-of-32-characters-or-there";
export const current = "x-appdirect-webhook-token";
export const legacy = "appdirect-webhook-token";
const another = "wrong token (in x-appdirect-webhook-token)";

const client = { client_id: "shop", client_secret: secret };
const user = { username: "ada", password: `pass:${secret}` };

export const stages: Record<AuthenticationName, Stage> = {
  none: {
    expected: {},
    pasted: [],
    right: async () => [[], [["authorization", "Bearer any"]], [[current, "any"]]],
    wrong: [],
    asksFor: undefined,
  },
  token: {
    expected: { token: secret },
    pasted: [secret],
    right: async () => [
      [[current, secret]],
      [["X-AppDirect-Webhook-Token", secret]],
      [[legacy, secret]],
      [
        [legacy, "old"],
        [current, secret],
      ],
    ],
    wrong: [
      { headers: [], reason: "no token" },
      { headers: [["authorization", `Bearer ${secret}`]], reason: "no token" },
      { headers: [[current, ""]], reason: another },
      { headers: [[current, `${secret} `]], reason: another },
      { headers: [[current, secret.slice(0, -1)]], reason: another },
      { headers: [[current, secret.toUpperCase()]], reason: another },
      { headers: [[legacy, "old"]], reason: "wrong token (in appdirect-webhook-token, the legacy header)" },
    ],
    asksFor: "the token in x-appdirect-webhook-token",
  },
  "oauth2-client": {
    ...bearerStage([{ grant_type: "client_credentials", ...client }]),
    expected: { client: `shop:${secret}` },
    pasted: ["shop", secret],
    asksFor: "a bearer token (OAuth2 client credentials)",
  },
  "oauth2-password": {
    ...bearerStage([{ grant_type: "password", ...client, ...user }]),
    expected: { client: `shop:${secret}`, user: `ada:pass:${secret}` },
    pasted: ["shop", secret, "ada", `pass:${secret}`],
    asksFor: "a bearer token (OAuth2 resource owner password)",
  },
  oauth2: {
    ...bearerStage([
      { grant_type: "client_credentials", ...client },
      { grant_type: "password", ...client, ...user },
    ]),
    expected: { client: `shop:${secret}`, user: `ada:pass:${secret}` },
    pasted: ["shop", secret, "ada", `pass:${secret}`],
    asksFor: "a bearer token (OAuth2)",
  },
};

/** Of a scheme that issues tokens for these forms. */
function bearerStage(forms: Record<string, string>[]): Pick<Stage, "right" | "wrong"> {
  const basic = Buffer.from(`shop:${secret}`).toString("base64");
  return {
    async right(acceptance) {
      const tokens = await Promise.all(forms.map((form) => issued(acceptance, form)));
      return tokens.flatMap((token): HeaderList[] => [
        [["authorization", `Bearer ${token}`]],
        [["Authorization", `bEARER ${token}`]],
      ]);
    },
    wrong: [
      { headers: [], reason: "no bearer token" },
      { headers: [[current, secret]], reason: "no bearer token" },
      { headers: [["authorization", `Basic ${basic}`]], reason: "no bearer token" },
      { headers: [["authorization", "Bearer"]], reason: "wrong bearer token" },
      { headers: [["authorization", `Bearer ${secret}`]], reason: "wrong bearer token" },
      { headers: [["authorization", `Bearer 9999999999999.${secret}.${secret}`]], reason: "wrong bearer token" },
    ],
  };
}

async function issued(acceptance: Acceptance, form: Record<string, string>): Promise<string> {
  const [endpoint] = acceptance.endpoints("/", () => undefined);
  if (endpoint === undefined) throw new Error("It has no endpoint.");
  return tokenIn(await askEndpoint(endpoint, form));
}
