import { expect, test } from "vitest";
import { listening } from "../../harness/listening.ts";
import { call, post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { webhook } from "../../harness/webhook.ts";

const current = "x-appdirect-webhook-token";
const legacy = "appdirect-webhook-token";

test.each([
  [{}, "no token"],
  [{ [current]: "wrong" }, "wrong token (in x-appdirect-webhook-token)"],
  [{ [current]: "" }, "wrong token (in x-appdirect-webhook-token)"],
  [{ [legacy]: "wrong" }, "wrong token (in appdirect-webhook-token, the legacy header)"],
])("with a token asked for, %j gets a 401 that says nothing, and the user learns why", async (headers, reason) => {
  const { url, until, folder, notices } = await listening({ authentication: "token", credentials: { token: "right" } });
  const answer = await post(url, webhook(), headers);
  expect([answer.status, answer.body]).toEqual([401, '{"status":401}']);
  expect(Object.keys(answer.headers).toSorted()).toEqual(["connection", "content-length", "content-type", "date"]);
  expect(await until("refused")).toEqual([{ kind: "refused", reason, times: 1 }]);
  expect(notices("event")).toEqual([]);
  expect(await recordedFiles(folder)).toEqual([]);
});

test.each([current, legacy, "X-AppDirect-Webhook-Token"])("the right token is taken in %s", async (name) => {
  const { url } = await listening({ authentication: "token", credentials: { token: "right" } });
  expect((await post(url, webhook(), { [name]: "right" })).status).toBe(200);
});

test("a caller without a token is refused before its body has come", async () => {
  const { port } = await listening({ authentication: "token", credentials: { token: "right" } });
  const client = await rawClient(port);
  await client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n{");
  expect(await client.untilAnswer('{"status":401}')).toMatch(/^HTTP\/1\.1 401 /);
});

test("a POST to another path gets 404, and the user is told the right address", async () => {
  const { port, session, until, folder } = await listening({ path: "/hooks" });
  const url = `http://127.0.0.1:${port}`;
  expect(session.url).toBe(`${url}/hooks`);
  expect((await post(`${url}/other?secret=1`, webhook())).status).toBe(404);
  expect(await until("refused")).toEqual([
    {
      kind: "refused",
      reason: "POST to another path (/other)",
      takenAt: `${url}/hooks`,
      times: 1,
    },
  ]);
  expect(await recordedFiles(folder)).toEqual([]);
});

test("refusals are told at most once a second, with how many there were of a kind", async () => {
  const { url, clock, until, notices } = await listening({ authentication: "token", credentials: { token: "right" } });
  await post(url, webhook());
  for (let number = 0; number < 4; number += 1) await post(url, webhook());
  await post(url, webhook(), { [current]: "wrong" });
  expect(notices("refused")).toEqual([{ kind: "refused", reason: "no token", times: 1 }]);
  await clock.advance(999);
  expect(notices("refused")).toHaveLength(1);
  await clock.advance(1);
  expect((await until("refused", 3)).slice(1)).toEqual([
    { kind: "refused", reason: "no token", times: 4 },
    { kind: "refused", reason: "wrong token (in x-appdirect-webhook-token)", times: 1 },
  ]);
  await clock.advance(5_000);
  await post(url, webhook());
  expect(notices("refused")).toHaveLength(4);
});

test("however many paths a sender makes up, a second has at most 21 lines", async () => {
  const { port, clock, notices } = await listening({ path: "/hooks" });
  for (let number = 0; number < 50; number += 1) await post(`http://127.0.0.1:${port}/${number}`, "{}");
  await clock.advance(1_000);
  const told = notices("refused").slice(1);
  expect(told).toHaveLength(21);
  expect(told.at(-1)).toEqual({ kind: "refused", reason: "other calls", times: 29 });
});

test("what was not told yet is told at the end, before the sum", async () => {
  const { url, end, said, notices } = await listening({ authentication: "token", credentials: { token: "right" } });
  for (let number = 0; number < 3; number += 1) await post(url, webhook());
  const { result, notice } = await end();
  expect(notices("refused").map(({ times }) => times)).toEqual([1, 2]);
  expect(said.map(({ kind }) => kind)).toEqual(["ready", "refused", "refused", "end"]);
  expect(notice).toMatchObject({ refused: 3, events: {} });
  expect(result.failed).toBe(false);
});

test("a GET needs no token and is no refusal", async () => {
  const { url, notices } = await listening({ authentication: "token", credentials: { token: "right" } });
  expect((await call(url, { method: "GET" })).status).toBe(200);
  expect(notices("refused")).toEqual([]);
});

test("what is no webhook is told and counted: another method, and the GET of an integration event", async () => {
  const { port, end, notices, until } = await listening({ path: "/hooks" });
  const url = `http://127.0.0.1:${port}`;
  await call(`${url}/hooks`, { method: "PUT" });
  await until("refused");
  await call(`${url}/other`, { method: "DELETE" });
  await call(`${url}/hooks?eventUrl=https://marketplace.example.com/api/events/1`, { method: "GET" });
  const { notice } = await end();
  expect(notices("refused")).toEqual([
    { kind: "refused", reason: "PUT; webhooks are POST requests", times: 1 },
    { kind: "refused", reason: "DELETE to another path (/other)", takenAt: `${url}/hooks`, times: 1 },
    { kind: "refused", reason: "an integration event; this version accepts only webhooks", times: 1 },
  ]);
  expect(notice).toMatchObject({ refused: 3, events: {} });
});
