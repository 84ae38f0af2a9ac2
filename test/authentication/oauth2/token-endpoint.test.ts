import { expect, test } from "vitest";
import { authentications, type AuthenticationName, type Credentials } from "../../../src/authentication/index.ts";
import type { Endpoint, HeaderList } from "../../../src/endpoint.ts";
import { seededRandom } from "../../../src/random.ts";
import { askEndpoint, tokenIn } from "../../harness/ask-endpoint.ts";
import { manualClock } from "../../harness/manual-clock.ts";

const credentials = { client: "shop:a:b%& +ü", user: "ada:sesame:8842" };
const client = { client_id: "shop", client_secret: "a:b%& +ü" };
const user = { username: "ada", password: "sesame:8842" };
const clientGrant = { grant_type: "client_credentials" };
const passwordGrant = { grant_type: "password", ...user };
const form = ["Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"] as const;
const unkept = { "content-type": "application/json", "cache-control": "no-store", pragma: "no-cache" };

interface Told {
  status: number;
  reason: string;
}

async function opened(name: AuthenticationName = "oauth2", different: Credentials = credentials) {
  const surroundings = { clock: manualClock(), random: seededRandom(1) };
  const acceptance = (await authentications[name].load()).open(different, surroundings);
  const told: Told[] = [];
  const [endpoint] = acceptance.endpoints("/hooks", (refusal) => void told.push(refusal));
  if (endpoint === undefined) throw new Error("It has no endpoint.");
  return { acceptance, endpoint, told };
}

/** HTTP Basic with this text, not encoded any further. */
const basic = (text: string) => ["authorization", `Basic ${Buffer.from(text).toString("base64")}`] as const;

test("an access token is answered as the standard has it, and nobody keeps it", async () => {
  const { endpoint, told } = await opened();
  const answer = await askEndpoint(endpoint, { ...clientGrant, ...client });
  expect(answer).toMatchObject({ status: 200, headers: unkept });
  expect(JSON.parse(answer.body)).toEqual({
    access_token: expect.stringMatching(/^[\w.-]{60,}$/),
    token_type: "Bearer",
    expires_in: 300,
  });
  expect(told).toEqual([]);
});

test.each([
  ["/", "/oauth2/token"],
  ["/hooks", "/hooks/oauth2/token"],
  ["/hooks/", "/hooks/oauth2/token"],
])("for the webhooks at %s tokens are issued at %s", async (path, expected) => {
  const { acceptance } = await opened();
  expect(acceptance.endpoints(path, () => undefined).map((one) => [one.method, one.path])).toEqual([
    ["POST", expected],
  ]);
});

test.each<[string, Record<string, string>, HeaderList]>([
  ["in the body", { ...clientGrant, ...client }, [form]],
  // RFC 6749, 2.3.1: each part encoded like a form; %C3%BC is ü
  ["by HTTP Basic, encoded", clientGrant, [form, basic("shop:a%3Ab%25%26+%2B%C3%BC")]],
  ["by HTTP Basic, not encoded", clientGrant, [form, basic("shop:a:b%& +ü")]],
  [
    "by HTTP Basic in another case",
    clientGrant,
    [form, ["AUTHORIZATION", basic("shop:a:b%& +ü")[1].replace("B", "b")]],
  ],
  ["by HTTP Basic beside a user", passwordGrant, [form, basic("shop:a:b%& +ü")]],
  ["in the body beside a user", { ...passwordGrant, ...client }, [form]],
  ["by HTTP Basic beside its id", { ...clientGrant, client_id: "shop" }, [form, basic("shop:a:b%& +ü")]],
])("the client may identify itself %s", async (_, parameters, headers) => {
  const { acceptance, endpoint } = await opened();
  const token = tokenIn(await askEndpoint(endpoint, parameters, headers));
  expect(acceptance.verify([["authorization", `Bearer ${token}`]])).toEqual({ accepted: true });
});

const wrongClient = "token request with a wrong client id or secret";
const noClient = "token request without a client id and secret";
const wrongUser = "token request with a wrong user name or password";
const noUser = "token request without a user name and password";

test.each<[string, number, string, Record<string, string> | string, HeaderList]>([
  ["invalid_client", 401, wrongClient, { ...clientGrant, ...client, client_secret: "wr0ng" }, [form]],
  ["invalid_client", 401, wrongClient, { ...clientGrant, ...client, client_id: "wr0ng" }, [form]],
  ["invalid_client", 401, wrongClient, { ...clientGrant, client_id: "shop" }, [form]],
  ["invalid_client", 401, wrongClient, clientGrant, [form, basic("shop:wr0ng")]],
  ["invalid_client", 401, wrongClient, clientGrant, [form, basic("shop")]],
  ["invalid_client", 401, wrongClient, { ...clientGrant, ...client }, [form, basic("shop:wr0ng")]],
  ["invalid_client", 401, noClient, clientGrant, [form]],
  ["invalid_client", 401, noClient, clientGrant, [form, ["authorization", "Bearer wr0ng"]]],
  ["invalid_grant", 400, wrongUser, { ...passwordGrant, ...client, password: "wr0ng" }, [form]],
  ["invalid_grant", 400, wrongUser, { ...passwordGrant, ...client, username: "wr0ng" }, [form]],
  ["invalid_request", 400, noUser, { grant_type: "password", ...client, username: "ada" }, [form]],
  ["invalid_request", 400, noUser, { ...passwordGrant, ...client, username: "" }, [form]],
  ["invalid_request", 400, "token request without a grant_type", client, [form]],
  ["invalid_request", 400, "token request that is not a form", "{}", [["content-type", "application/json"]]],
  ["invalid_request", 400, "token request that is not a form", { ...clientGrant, ...client }, []],
  ["invalid_request", 400, "token request with a parameter twice", "grant_type=password&grant_type=", [form]],
  ["invalid_request", 400, "token request of more than 64 kB", "x".repeat(64 * 1024 + 1), [form]],
  ["invalid_request", 400, "token request of more than 64 kB", "", [form, ["content-length", "65537"]]],
])("%s (%i) is answered, and told: %s", async (error, status, reason, parameters, headers) => {
  const { endpoint, told } = await opened();
  const answer = await askEndpoint(endpoint, parameters, headers);
  expect([answer.status, answer.body, told]).toEqual([status, JSON.stringify({ error }), [{ status, reason }]]);
  expect(answer.headers).toMatchObject(unkept);
  expect(JSON.stringify([answer, told])).not.toMatch(/sesame|a:b|ada|shop|wr0ng/);
});

test("who used HTTP Basic is asked for it again, and nobody else", async () => {
  const { endpoint } = await opened();
  const answers = [
    await askEndpoint(endpoint, clientGrant, [form, basic("shop:wrong")]),
    await askEndpoint(endpoint, { ...clientGrant, ...client, client_secret: "wrong" }),
  ];
  expect(answers.map(({ headers }) => headers["www-authenticate"])).toEqual(["Basic", undefined]);
});

const longest = `urn:${"x".repeat(36)}`;

test.each<[AuthenticationName, string, string, string, string]>([
  ["oauth2-client", "password", "unauthorized_client", "password", "client_credentials"],
  ["oauth2-password", "client_credentials", "unauthorized_client", "client_credentials", "password"],
  ["oauth2", "refresh_token", "unsupported_grant_type", "refresh_token", "client_credentials and password"],
  ["oauth2", `${longest}cut`, "unsupported_grant_type", longest, "client_credentials and password"],
  ["oauth2", "a\u001b[2J\u202eb", "unsupported_grant_type", "a?[2J?b", "client_credentials and password"],
  ["oauth2", "token=abcdef", "unsupported_grant_type", "token=[redacted]", "client_credentials and password"],
])("%s: the grant %j is no %s", async (name, grant, error, shown, taken) => {
  const { endpoint, told } = await opened(name);
  const answer = await askEndpoint(endpoint, { ...client, ...user, grant_type: grant });
  const reason = `token request for the grant "${shown}"; this listener issues tokens for ${taken}`;
  expect([answer.status, answer.body, told]).toEqual([400, JSON.stringify({ error }), [{ status: 400, reason }]]);
});

const nothingKnown = "token request, but this listener has no credentials to compare with";

test.each<[Credentials, string[]]>([
  [{}, [wrongClient, noClient, wrongClient]],
  [{ user: credentials.user }, [wrongClient, noClient, wrongClient]],
  [{ client: credentials.client }, [nothingKnown, noClient, wrongUser]],
])("with no more known than %j no token is issued", async (known, reasons) => {
  const { endpoint, told } = await opened("oauth2", known);
  const answers = [
    await askEndpoint(endpoint, { ...clientGrant, ...client }),
    await askEndpoint(endpoint, { ...clientGrant, client_id: "", client_secret: "" }),
    await askEndpoint(endpoint, { ...passwordGrant, ...client }),
  ];
  expect(answers.map(({ body }) => body)).not.toContainEqual(expect.stringContaining("access_token"));
  expect(told.map(({ reason }) => reason)).toEqual(reasons);
});

type Unread = Exclude<Awaited<ReturnType<Parameters<Endpoint["take"]>[0]["readBody"]>>, { outcome: "read" }>;

test.each<[Unread, string]>([
  [{ outcome: "too large", maxBytes: 1 }, "token request of more than 64 kB"],
  [{ outcome: "cut off" }, "token request that is incomplete"],
  [{ outcome: "timed out", timeoutMs: 1 }, "token request that is incomplete"],
  [{ outcome: "undecodable", encoding: "gzip" }, "token request that cannot be decoded"],
])("a body that is %j is refused in words", async (result, reason) => {
  const { endpoint, told } = await opened();
  const answer = await endpoint.take({
    receivedAt: new Date(0),
    method: "POST",
    path: "/",
    headers: [form],
    readBody: async () => result,
    done: () => undefined,
  });
  expect([answer.status, answer.body, told]).toEqual([400, '{"error":"invalid_request"}', [{ status: 400, reason }]]);
});
