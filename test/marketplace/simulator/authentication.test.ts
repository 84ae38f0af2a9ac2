import { expect, test } from "vitest";
import type { AuthenticationName, Credentials } from "../../../src/authentication/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { listening } from "../../harness/listening.ts";
import { openMarketplace } from "../../harness/marketplace.ts";

const client = "appdirect:its-secret-1";
const user = "ada:sesame-2";
const token = "a-token-of-ours-3";

interface Scheme {
  demanded: Credentials;
  presented: Credentials & { auth: AuthenticationName };
}

const schemes: Record<AuthenticationName, Scheme> = {
  none: { demanded: {}, presented: { auth: "none" } },
  token: { demanded: { token }, presented: { auth: "token", token } },
  "oauth2-client": { demanded: { client }, presented: { auth: "oauth2-client", client } },
  "oauth2-password": { demanded: { client, user }, presented: { auth: "oauth2-password", client, user } },
  oauth2: { demanded: { client, user }, presented: { auth: "oauth2-password", client, user } },
};
const names = ["none", "token", "oauth2-client", "oauth2-password", "oauth2"] as const;

/** A listener of ours, and a marketplace with a webhook there. */
async function connected(name: AuthenticationName, presented: Scheme["presented"] = schemes[name].presented) {
  const listener = await listening({ authentication: name, credentials: schemes[name].demanded });
  const marketplace = await openMarketplace({ to: listener.url, ...presented });
  return { listener, marketplace };
}

test.each(names)("%s: a listener that demands it takes what the marketplace sends", async (name) => {
  const { listener, marketplace } = await connected(name);
  const { uuid } = await marketplace.emit("subscription.added");
  expect(marketplace.attempts()).toMatchObject([{ delivered: true, status: 200 }]);
  const [event] = await listener.until("event");
  expect(event?.fixture.payload).toMatchObject({ uuid });
  expect(listener.notices("refused")).toEqual([]);
});

const wrong: [AuthenticationName, Scheme["presented"], { attempt: object; refused: string[] }][] = [
  [
    "token",
    { auth: "token", token: "another" },
    { attempt: { status: 401, reason: "401" }, refused: ["wrong token (in x-appdirect-webhook-token)"] },
  ],
  ["token", { auth: "none" }, { attempt: { status: 401, reason: "401" }, refused: ["no token"] }],
  ["oauth2", { auth: "none" }, { attempt: { status: 401, reason: "401" }, refused: ["no bearer token"] }],
  [
    "oauth2-client",
    { auth: "oauth2-client", client: "appdirect:another" },
    { attempt: { reason: "no access token" }, refused: ["token request with a wrong client id or secret"] },
  ],
  [
    "oauth2-password",
    { auth: "oauth2-password", client, user: "ada:another" },
    { attempt: { reason: "no access token" }, refused: ["token request with a wrong user name or password"] },
  ],
];

test.each(wrong)("%s: %j is refused, and both sides say so", async (name, presented, { attempt, refused }) => {
  const { listener, marketplace } = await connected(name, presented);
  await marketplace.emit("subscription.added");
  expect(marketplace.attempts()).toEqual([expect.objectContaining({ delivered: false, number: 1, ...attempt })]);
  await listener.clock.advance(1_000); // refusals are told once a second
  expect(listener.notices("refused").map(({ reason }) => reason)).toEqual(refused);
  expect(listener.notices("event")).toEqual([]);
});

test("an access token that expired is refused, and the next attempt brings a new one", async () => {
  const { listener, marketplace } = await connected("oauth2-client");
  await marketplace.emit("user.added");
  await listener.clock.advance(6 * 60_000); // tokens live five minutes, and the marketplace's clock stands still
  await marketplace.emit("user.changed");
  expect(marketplace.attempts().at(-1)).toMatchObject({ status: 401, delivered: false });
  await listener.clock.advance(1_000);
  expect(listener.notices("refused").map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^expired bearer token/),
  ]);
  await marketplace.clock.advance("5m");
  expect(marketplace.attempts().at(-1)).toMatchObject({ event: "user.changed", number: 2, delivered: true });
});

test("a token endpoint that is down is a failed attempt, without a call of the webhook", async () => {
  const listener = await listening({ authentication: "oauth2-client", credentials: { client } });
  const tokenUrl = `http://127.0.0.1:${await freePort()}/oauth2/token`;
  const marketplace = await openMarketplace({ to: listener.url, auth: "oauth2-client", client, tokenUrl });
  await marketplace.emit("user.added");
  expect(marketplace.attempts()).toMatchObject([{ reason: "no access token", delivered: false }]);
  await listener.clock.advance(1_000);
  expect([listener.notices("refused"), listener.notices("event")]).toEqual([[], []]);
});
