import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";

const inTime = { timeoutMs: 30_000 };

test("the handler gets the exact bytes, and headers in order, case and number", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  const event = outgoingEvent({
    headers: [
      ["X-Custom", "1"],
      ["Content-Type", "application/json;charset=utf-8"],
      ["x-custom", "caf\u00e9"],
    ],
    body: Buffer.from([0x7b, 0xff, 0x00, 0x0d, 0x0a, 0x7d]),
  });
  await openDelivery().deliver(event, parseTarget(`${server.url}/hooks`), inTime);
  expect(server.requests).toEqual([
    `POST /hooks HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: keep-alive\r\n` +
      "X-Custom: 1\r\nContent-Type: application/json;charset=utf-8\r\nx-custom: caf\u00e9\r\n" +
      "content-length: 6\r\n\r\n{\u00ff\u0000\r\n}",
  ]);
});

test("an empty body is said to be empty", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  await openDelivery().deliver(outgoingEvent({ headers: [], body: Buffer.alloc(0) }), parseTarget(server.url), inTime);
  expect(server.requests[0]).toMatch(/\r\ncontent-length: 0\r\n\r\n$/);
});

test.each([
  ["/hooks", "tenant=7&x=%2F", "/hooks?tenant=7&x=%2F"],
  ["/hooks?team=crm", "tenant=7", "/hooks?team=crm&tenant=7"],
  ["/hooks?team=crm", "", "/hooks?team=crm"],
  ["", "a b=Łódź\r\nx", "/?a%20b=%C5%81\u00f3d%C5%BA%0D%0Ax"],
])("the path of %s is exact and the query %j goes on behind it", async (path, query, line) => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  await openDelivery().deliver(outgoingEvent({ query }), parseTarget(server.url + path), inTime);
  expect(server.requests[0]?.split("\r\n")[0]).toBe(`POST ${line} HTTP/1.1`);
});

test("a target's headers replace the event's of the same name, and its credentials replace both", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  const headers = [
    ["X-Team", "crm"],
    ["authorization", "Bearer other"],
    ["host", "shop.example"],
  ] as const;
  const target = parseTarget(server.url.replace("//", "//crm:secret@"), { headers });
  const event = outgoingEvent({
    headers: [
      ["x-team", "1"],
      ["Authorization", "Bearer event"],
      ["x-team", "2"],
      ["x-kept", "3"],
    ],
  });
  await openDelivery().deliver(event, target, inTime);
  const lines = server.requests[0]?.split("\r\n").slice(1, -2);
  // base64 of "crm:secret"
  expect(lines).toEqual([
    "host: shop.example",
    "connection: keep-alive",
    "x-kept: 3",
    "X-Team: crm",
    "authorization: Basic Y3JtOnNlY3JldA==",
    `content-length: ${event.body.length}`,
  ]);
});

test("a header beyond Latin-1 is sent in UTF-8", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  await openDelivery().deliver(outgoingEvent(), parseTarget(server.url, { headers: [["x-city", "Łódź"]] }), inTime);
  const line = server.requests[0]?.split("\r\n").find((one) => one.startsWith("x-city"));
  expect(Buffer.from(line ?? "", "latin1").toString()).toBe("x-city: Łódź");
});

test("a redirect is an answer, and is not followed", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(302, "", ["location: /elsewhere"])));
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({ outcome: "rejected", answer: { status: 302, location: "/elsewhere" } });
  expect(server.requests).toHaveLength(1);
});

test("informational answers are not the answer", async () => {
  const hints = "HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n";
  const server = await startRawServer((socket) => socket.write(hints + answerWith(201)));
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { status: 201 } });
});

test("proxies in the environment are not used", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  const proxy = "http://127.0.0.1:9";
  const delivery = openDelivery({ env: { http_proxy: proxy, HTTP_PROXY: proxy } });
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
});
