import { expect, test } from "vitest";
import { statusAnswer } from "../../src/listener/index.ts";
import { openListener } from "../harness/open-listener.ts";
import { call, post } from "../harness/post.ts";

const sentence =
  "This address accepts AppDirect webhooks: HTTP POST requests with a JSON body. Opening it in a browser (GET) records nothing.";

test("a GET is told in plain text what this is and that POST is wanted, and records nothing", async () => {
  const listener = await openListener();
  const answer = await call(`${listener.origin}/`, { method: "GET" });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  expect(answer.body.split("\n").slice(0, 3)).toEqual(["appdirect-hooks is listening here", "", sentence]);
  expect([listener.taken, listener.refusals]).toEqual([[], []]);
});

test("a browser gets the same as a page", async () => {
  const listener = await openListener();
  const headers = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };
  const answer = await call(listener.origin, { method: "GET", headers });
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(answer.body).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(answer.body).toContain("<title>appdirect-hooks is listening here</title>");
  expect(answer.body).toContain(`<p>${sentence}</p>`);
  expect(answer.body).toContain("--data @payload.json &lt;this address></code>");
});

test("HEAD gets the head alone", async () => {
  const listener = await openListener();
  const answer = await call(listener.origin, { method: "HEAD" });
  expect([answer.status, answer.body, answer.headers["content-type"]]).toEqual([200, "", "text/plain; charset=utf-8"]);
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s gets 405 with the methods that there are", async (method) => {
  const listener = await openListener();
  const answer = await call(listener.origin, { method, body: "{}" });
  expect([answer.status, answer.headers["allow"]]).toEqual([405, "POST, GET, HEAD"]);
  expect(listener.refusals).toEqual([{ status: 405, reason: `${method}; webhooks are POST requests` }]);
  expect(listener.taken).toEqual([]);
});

test("without a webhook path every path takes events, and is recorded as it came", async () => {
  const listener = await openListener();
  for (const path of ["/", "/a/b", "/a?x=1&x=%20", "/%7Eada"]) {
    expect((await post(`${listener.origin}${path}`, "{}")).status).toBe(200);
  }
  expect(listener.taken.map(({ path }) => path)).toEqual(["/", "/a/b", "/a?x=1&x=%20", "/%7Eada"]);
});

test("with a webhook path only that one does, and what is recorded is below it", async () => {
  const listener = await openListener({ path: "/hooks" });
  for (const path of ["/hooks", "/hooks/", "/hooks?x=1", "/hooks/?x=1"]) {
    expect((await post(`${listener.origin}${path}`, "{}")).status).toBe(200);
  }
  expect(listener.taken.map(({ path }) => path)).toEqual(["/", "/", "/?x=1", "/?x=1"]);
});

test.each(["/", "/hook", "/hooks2", "/hooks/more", "//hooks", "/HOOKS"])(
  "with a webhook path %s is another one: 404 for the methods that there are, and 405 for others as at the right one",
  async (path) => {
    const listener = await openListener({ path: "/hooks/" });
    const url = `${listener.origin}${path}`;
    for (const method of ["POST", "GET", "HEAD"]) expect((await call(url, { method })).status).toBe(404);
    const answer = await call(url, { method: "PUT" });
    expect([answer.status, answer.headers["allow"]]).toEqual([405, "POST, GET, HEAD"]);
    expect(listener.taken).toEqual([]);
    expect(listener.refusals).toEqual([
      { status: 404, reason: `POST to another path (${path})`, isAstray: true },
      { status: 405, reason: `PUT to another path (${path})`, isAstray: true },
    ]);
  },
);

const integration = "an integration event; this version accepts only webhooks";

test.each([
  ["/hooks?eventUrl=https%3A%2F%2Fmarketplace.example.com%2Fapi%2Fevents%2F1%3Ftoken%3Dsecret", 200],
  ["/hooks?url=HTTP://marketplace.example.com/api/events/1", 200],
  ["/hooks?eventUrl=https%253A%252F%252Fmarketplace.example.com%252Fapi%252Fevents%252F1", 200],
  ["/create?x=1&eventUrl=https://marketplace.example.com/api/events/1", 404],
])("a GET of %s is told as an integration event, without its address", async (path, status) => {
  const listener = await openListener({ path: "/hooks" });
  expect((await call(`${listener.origin}${path}`, { method: "GET" })).status).toBe(status);
  expect(listener.refusals).toEqual([{ status, reason: integration }]);
});

test.each(["/hooks", "/favicon.ico", "/hooks?url=", "/hooks?eventUrl=%7BeventUrl%7D", "/hooks?q=https://a.example"])(
  "a GET of %s is none, and nothing is told of it",
  async (path) => {
    const listener = await openListener({ path: "/hooks" });
    await call(`${listener.origin}${path}`, { method: "GET" });
    expect(listener.refusals).toEqual([]);
  },
);

test("a secret in the query of another path is told to nobody, and a long path is cut", async () => {
  const listener = await openListener({ path: "/hooks" });
  await post(`${listener.origin}/${"x".repeat(500)}?token=secret`, "{}");
  expect(listener.refusals).toEqual([
    { status: 404, reason: `POST to another path (/${"x".repeat(99)})`, isAstray: true },
  ]);
});

test("an answer that cannot be written is a defect that is told, and the sender gets 500", async () => {
  const take = async () => ({ status: 200, headers: { "x-note": "two\nlines" }, body: "" });
  const listener = await openListener({ endpoints: [{ method: "POST", path: "/a", take }] });
  expect((await post(`${listener.origin}/a`, "{}")).status).toBe(500);
  expect(listener.failures).toMatchObject([{ code: "ERR_INVALID_CHAR" }]);
  expect((await call(`${listener.origin}/b`, { method: "GET" })).status).toBe(404);
});

test("a path has only the methods of its own endpoints, and each endpoint its own path", async () => {
  const endpoint = (method: "GET" | "POST", path: string, status: number) => {
    return { method, path, take: async () => statusAnswer(status) };
  };
  const endpoints = [endpoint("POST", "/a", 201), endpoint("GET", "/b", 202), endpoint("POST", "/b", 203)];
  const { origin } = await openListener({ endpoints: [...endpoints, endpoint("GET", "/c", 204)] });
  const statuses = ["GET /a", "POST /a", "GET /b", "POST /b", "POST /c", "POST /d"].map(async (line) => {
    const [method = "", path = ""] = line.split(" ");
    return (await call(`${origin}${path}`, { method })).status;
  });
  expect(await Promise.all(statuses)).toEqual([405, 201, 202, 203, 405, 404]);
});
