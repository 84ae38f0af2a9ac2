import { expect, test } from "vitest";
import { simulatorApi } from "../../../src/marketplace/simulator/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { ApiProgram, askForToken, openMarketplace } from "../../harness/marketplace.ts";
import { call } from "../../harness/post.ts";

const webhooks = "/simulator/v1/webhooks";
const to = "http://localhost:4001/hooks";

async function opened() {
  const marketplace = await openMarketplace();
  return { marketplace, api: await ApiProgram.open(marketplace.url) };
}

test("clients get an access token as AppDirect documents it", async () => {
  const { url } = await openMarketplace({ apiClient: "crm:s3cret" });
  const { status, body } = await askForToken(url, "crm:s3cret");
  expect([status, JSON.parse(body)]).toMatchObject([200, { token_type: "Bearer", expires_in: expect.any(Number) }]);
  expect((await askForToken(url, "crm:another")).status).toBe(401);
});

test.each([
  ["GET", webhooks],
  ["POST", webhooks],
  ["PUT", `${webhooks}/1`],
  ["DELETE", `${webhooks}/1`],
  ["GET", "/simulator/v1/events"],
  ["GET", "/api/billing/v1/subscriptions/1"],
  ["GET", "/nowhere"],
])("%s %s without an access token is answered 403", async (method, path) => {
  const { url } = await openMarketplace();
  const { status, body } = await call(`${url}${path}`, { method });
  expect([status, JSON.parse(body)]).toEqual([
    403,
    { error: "An access token is needed: get one at /oauth2/token, and send it as a bearer token." },
  ]);
});

test("a webhook is created, listed, updated and deleted, by the description that --print-api prints", async () => {
  const { marketplace, api } = await opened();
  const { create, list, update, delete: remove } = simulatorApi.operations;
  const asked = { url: to, resource: "SUBSCRIPTION", actions: ["ADDED", "REMOVED"] };
  const created = await api.ask(create.method, create.path, asked);
  const shown = { ...asked, id: expect.any(String), authentication: { type: "none" } };
  const events = "subscription.added,subscription.removed";
  expect(created).toEqual({ status: 201, answer: { ...shown, events } });
  expect((await api.ask(list.method, list.path)).answer).toEqual({ webhooks: [created.answer] });
  const there = update.path.replace("{id}", created.answer.id);
  const other = { ...asked, actions: ["CHANGED"] };
  expect(await api.ask(update.method, there, other)).toMatchObject({
    status: 200,
    answer: { id: created.answer.id, events: "subscription.changed" },
  });
  expect((await api.call(remove.method, remove.path.replace("{id}", created.answer.id))).status).toBe(204);
  expect((await api.ask(list.method, list.path)).answer).toEqual({ webhooks: [] });
  expect(await api.ask(update.method, there, other)).toEqual({
    status: 404,
    answer: { error: "There is no webhook with this id." },
  });
  await marketplace.emit("subscription.changed");
  expect(marketplace.attempts()).toEqual([]);
});

test("a webhook gets its own events alone, and another address from when it is updated", async () => {
  const { marketplace, api } = await opened();
  const [first, second] = [await startHandler(), await startHandler()];
  const asked = { url: first.url, resource: "ORDER", actions: ["ADDED"] };
  const { answer } = await api.ask("POST", webhooks, asked);
  await marketplace.emit("order.added");
  await marketplace.emit("order.changed");
  await marketplace.emit("user.added");
  await api.ask("PUT", `${webhooks}/${answer.id}`, { ...asked, url: second.url });
  await marketplace.emit("order.added");
  expect([first.bodies().length, second.bodies().length]).toEqual([1, 1]);
});

const tokenUrl = "https://id.example.com/token";
test.each([
  [{ type: "token", token: "given-secret" }, { type: "token" }],
  [
    { type: "oauth2-client", accessTokenUri: tokenUrl, clientId: "a", clientSecret: "given-secret" },
    { type: "oauth2-client", accessTokenUri: tokenUrl },
  ],
  [
    {
      type: "oauth2-password",
      accessTokenUri: tokenUrl,
      clientId: "a",
      clientSecret: "given-secret",
      username: "b",
      password: "given-secret",
    },
    { type: "oauth2-password", accessTokenUri: tokenUrl },
  ],
])("no answer holds what a webhook presents: %j", async (authentication, shown) => {
  const { api } = await opened();
  const asked = { url: to, resource: "USER", actions: ["ADDED"], authentication };
  const created = await api.call("POST", webhooks, asked);
  const listed = await api.call("GET", webhooks);
  expect(JSON.parse(created.body).authentication).toEqual(shown);
  expect(`${created.body}${listed.body}`).not.toContain("given-secret");
});

const valid = { url: to, resource: "USER", actions: ["ADDED"] };
test.each([
  ["not json", "The body is not JSON."],
  [[], "The body is not a JSON object."],
  [{ ...valid, url: "localhost:3000" }, "url is not an http:// or https:// address."],
  [{ ...valid, url: "file:///etc/passwd" }, "url is not an http:// or https:// address."],
  [
    { ...valid, resource: "users" },
    "resource is not the type of a resource that AppDirect documents, such as SUBSCRIPTION.",
  ],
  [{ ...valid, actions: [] }, "actions is not a list with some of ADDED, CHANGED, REMOVED."],
  [{ ...valid, actions: ["ADDED", "DELETED"] }, "actions is not a list with some of ADDED, CHANGED, REMOVED."],
  [
    { ...valid, resource: "STAGING_PRODUCT", actions: ["REMOVED"] },
    "actions is not a list with some of ADDED, CHANGED.",
  ],
  [{ ...valid, authentication: "token" }, "authentication is not an object."],
  [
    { ...valid, authentication: { type: "hmac" } },
    "authentication.type is not one of none, token, oauth2-client, oauth2-password, oauth2.",
  ],
  [{ ...valid, authentication: { type: "token" } }, "authentication needs token for token."],
  [{ ...valid, authentication: { type: "token", token: "a\nb" } }, "authentication needs token for token."],
  [
    {
      ...valid,
      authentication: { type: "oauth2-client", clientId: "a:b", clientSecret: "c", accessTokenUri: "http://x/" },
    },
    "authentication needs clientId, clientSecret for oauth2-client.",
  ],
  [
    { ...valid, authentication: { type: "oauth2-client", clientId: "a", accessTokenUri: "nowhere" } },
    "authentication needs clientId, clientSecret, accessTokenUri for oauth2-client.",
  ],
])("what is no webhook is refused with what is wrong: %j", async (asked, error) => {
  const { marketplace, api } = await opened();
  const answer =
    asked === "not json"
      ? await call(`${marketplace.url}${webhooks}`, {
          method: "POST",
          body: "{",
          headers: await authorized(marketplace.url),
        })
      : await api.call("POST", webhooks, asked);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([400, { error }]);
  expect((await api.ask("GET", webhooks)).answer).toEqual({ webhooks: [] });
});

async function authorized(url: string) {
  return { authorization: `Bearer ${JSON.parse((await askForToken(url, "demo:demo-secret")).body).access_token}` };
}

test.each([
  ["/simulator/v1/webhook", "There is no such call; simulate --print-api describes those that there are."],
  ["/api/billing/v1/subscriptions/1", "There is nothing here: no event told of this address."],
])("at %s there is nothing, and that is said", async (path, error) => {
  const { api } = await opened();
  expect(await api.ask("GET", path)).toEqual({ status: 404, answer: { error } });
});

test("a slash at the end of a path makes no difference", async () => {
  const { api } = await opened();
  expect(await api.ask("GET", `${webhooks}/`)).toEqual({ status: 200, answer: { webhooks: [] } });
});

test("HEAD is answered as GET is, without the body", async () => {
  const { api } = await opened();
  const { status, headers, body } = await api.call("HEAD", webhooks);
  expect([status, headers["content-length"], body]).toEqual([200, "16", ""]); // {"webhooks":[]} and a newline
});

test("a body that is too large is refused", async () => {
  const { api } = await opened();
  expect(await api.ask("POST", webhooks, { ...valid, note: "x".repeat(300_000) })).toEqual({
    status: 413,
    answer: { error: "The body is too large." },
  });
});

test("every resource.url that was sent gives the same content, until it is removed", async () => {
  const { marketplace, api } = await opened();
  const added = await marketplace.emit("subscription.added", { seed: 1 });
  const resource = added["resource"] as { url: string; uuid: string; content: object };
  expect(resource.url.startsWith(`${marketplace.url}/api/billing/v1/subscriptions/`)).toBe(true);
  const path = resource.url.slice(marketplace.url.length);
  expect(await api.ask("GET", path)).toEqual({ status: 200, answer: resource.content });
  const changed = { ...added, resourceAction: "CHANGED", resource: { ...resource, content: { status: "SUSPENDED" } } };
  await marketplace.emit(changed);
  expect((await api.ask("GET", path)).answer).toEqual({ status: "SUSPENDED" });
  await marketplace.emit({
    ...added,
    resourceAction: "REMOVED",
    resource: { type: "SUBSCRIPTION", url: resource.url },
  });
  expect((await api.call("GET", path)).status).toBe(404);
});

test.each([
  ["status=broken", "status is not one of pending, successful, failed."],
  ["limit=0", "limit is not a whole number from 1."],
  ["limit=ten", "limit is not a whole number from 1."],
  ["action=added", "action is not one of ADDED, CHANGED, REMOVED."],
  ["resource=USERS", expect.stringMatching(/^resource is not one of USER, COMPANY, .*\.$/)],
])("the log refuses %s", async (query, error) => {
  const { api } = await opened();
  expect(await api.ask("GET", `/simulator/v1/events?${query}`)).toEqual({ status: 400, answer: { error } });
});

test("the log has the newest first, as many as asked for", async () => {
  const handler = await startHandler();
  const marketplace = await openMarketplace({ to: handler.url });
  const api = await ApiProgram.open(marketplace.url);
  for (const event of ["user.added", "company.added", "order.added"] as const) await marketplace.emit(event);
  const { answer } = await api.ask("GET", "/simulator/v1/events?limit=2");
  expect(answer).toMatchObject({ total: 3, events: [{ event: "order.added" }, { event: "company.added" }] });
  expect(answer.events[0]).toMatchObject({ resource: "ORDER", action: "ADDED", status: "successful" });
});
