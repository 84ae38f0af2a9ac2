import { expect, test } from "vitest";
import { authentications, type AuthenticationName, type Credentials } from "../../../src/authentication/index.ts";
import { seededRandom } from "../../../src/random.ts";
import { askEndpoint, tokenIn } from "../../harness/ask-endpoint.ts";
import { manualClock } from "../../harness/manual-clock.ts";

const credentials = { client: "shop:s3cret", user: "ada:sesame" };
const form = { grant_type: "client_credentials", client_id: "shop", client_secret: "s3cret" };

async function opened(
  clock = manualClock(),
  different: Credentials = credentials,
  name: AuthenticationName = "oauth2",
) {
  const acceptance = (await authentications[name].load()).open(different, { clock, random: seededRandom(1) });
  const [endpoint] = acceptance.endpoints("/", () => undefined);
  if (endpoint === undefined) throw new Error("It has no endpoint.");
  return {
    issue: async () => tokenIn(await askEndpoint(endpoint, form)),
    verdictOn: (token: string) => acceptance.verify([["authorization", `Bearer ${token}`]]),
    acceptance,
  };
}

test.each([
  [299_999, { accepted: true }],
  [300_000, { accepted: false, reason: "expired bearer token (expired 0 ms ago)" }],
  [420_000, { accepted: false, reason: "expired bearer token (expired 2 min 0 s ago)" }],
  [93_900_000, { accepted: false, reason: "expired bearer token (expired 26 h 0 min ago)" }],
])("a token lives 300 s: after %i ms the verdict is %j", async (ms, verdict) => {
  const clock = manualClock();
  const { issue, verdictOn } = await opened(clock);
  const token = await issue();
  await clock.advance(ms);
  expect(verdictOn(token)).toEqual(verdict);
});

test("a listener that started again takes a token that it issued before", async () => {
  const token = await (await opened()).issue();
  expect((await opened()).verdictOn(token)).toEqual({ accepted: true });
});

test.each<Credentials>([
  { ...credentials, client: "shop:other" },
  { ...credentials, client: "other:s3cret" },
  { ...credentials, user: "ada:other" },
])("where %j are demanded, a token that was issued for others is wrong", async (others) => {
  const token = await (await opened()).issue();
  expect((await opened(manualClock(), others)).verdictOn(token)).toEqual(wrong);
});

const wrong = { accepted: false, reason: "wrong bearer token" };

test("no two tokens are the same", async () => {
  const { issue } = await opened();
  expect(await issue()).not.toBe(await issue());
});

test("nobody can move the end of a token, or change any other part of it", async () => {
  const { issue, verdictOn } = await opened();
  const token = await issue();
  const [expiresAt = "", random = "", mark = ""] = token.split(".");
  const later = String(Number(expiresAt) + 1_000);
  const changed = [
    [later, random, mark],
    [expiresAt, `${random}a`, mark],
    [expiresAt, random, mark.toUpperCase()],
    [expiresAt, random, ""],
    [expiresAt, random],
  ];
  expect(changed.map((parts) => verdictOn(parts.join(".")))).toEqual(changed.map(() => wrong));
});

test("of several headers one that is right is enough", async () => {
  const { issue, acceptance } = await opened();
  const token = await issue();
  const headers = [["authorization", "Bearer wrong"] as const, ["authorization", `bearer  ${token}`] as const];
  expect(acceptance.verify(headers)).toEqual({ accepted: true });
});

test.each([
  ["https://a.example/h/abc", "https://a.example/h/abc/oauth2/token"],
  ["https://a.example/", "https://a.example/oauth2/token"],
  ["https://a.example/hooks/?tenant=7", "https://a.example/hooks/oauth2/token"],
])("for webhooks at %s the access token URI is %s, the first thing to paste", async (webhookUrl, uri) => {
  const { acceptance } = await opened();
  const address = { label: "access token URI", value: uri, isCredential: false };
  expect([acceptance.tokenUrl?.(webhookUrl), acceptance.toPaste({}, webhookUrl)]).toEqual([uri, [address]]);
  expect(acceptance.toPaste({ client: "shop:a:b", user: "ada:c:d" }, webhookUrl)).toEqual([
    address,
    { label: "client ID", value: "shop", isCredential: true },
    { label: "client secret", value: "a:b", isCredential: true },
    { label: "username", value: "ada", isCredential: true },
    { label: "password", value: "c:d", isCredential: true },
  ]);
});
