import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";

const inTime = { timeoutMs: 30_000 };

test.each(["127.0.0.1", "localhost"])("nobody listening on %s is said so", async (host) => {
  const port = await freePort();
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(`${host}:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "refused", detail: `nothing listens on ${host}:${port}` });
});

test("a handler that hangs is given up at the deadline, and the connection closed", async () => {
  const clock = manualClock();
  const server = await startRawServer(() => undefined);
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), parseTarget(server.url), inTime);
  await server.untilRequests(1);
  const closed = new Promise((resolve) => server.connections[0]?.once("close", resolve));
  await clock.advance(30_000);
  expect(await attempt).toEqual({
    outcome: "failed",
    reason: "timed out",
    detail: "no answer within 30 s",
    durationMs: 30_000,
  });
  await closed;
});

test("a time-out of 0 waits for ever", async () => {
  const clock = manualClock();
  const server = await startRawServer(() => undefined);
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), parseTarget(server.url), { timeoutMs: 0 });
  await server.untilRequests(1);
  await clock.advance(7 * 86_400_000);
  server.connections[0]?.write(answerWith(200));
  expect(await attempt).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
});

test("an attempt is cancelled by its signal", async () => {
  const server = await startRawServer(() => undefined);
  const session = new AbortController();
  const attempt = openDelivery().deliver(outgoingEvent(), parseTarget(server.url), {
    timeoutMs: 0,
    signal: session.signal,
  });
  await server.untilRequests(1);
  session.abort();
  expect(await attempt).toMatchObject({
    outcome: "failed",
    reason: "cancelled",
    detail: "stopped before the answer came",
  });
});

test("an attempt that is cancelled before it begins sends nothing", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  const delivery = openDelivery();
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(server.url), {
    ...inTime,
    signal: AbortSignal.abort(),
  });
  expect(attempt).toMatchObject({ outcome: "failed", reason: "cancelled" });
  await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(server.requests).toHaveLength(1);
});

test.each([
  ["not HTTP", "+OK POP3 ready\r\n", "the server at HOST does not answer in HTTP"],
  ["not HTTP", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, "HOST answered with headers that are too long"],
  ["cut off", "", "HOST closed the connection before it answered"],
  ["cut off", "HTTP/1.1 103 Early Hints\r\n\r\n", "HOST closed the connection before it answered"],
  ["cut off", "HTTP/1.1 20", "HOST closed the connection before it answered"],
  [
    "cut off",
    "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf",
    "HOST closed the connection in the middle of its answer",
  ],
  [
    "cut off",
    "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nhalf",
    "HOST closed the connection in the middle of its answer",
  ],
  [
    "cut off",
    "HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n9\r\nhalf",
    "HOST closed the connection in the middle of its answer",
  ],
  [
    "cut off",
    "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nhalf",
    "HOST closed the connection in the middle of its answer",
  ],
])("%s: a handler that answers %j and closes", async (reason, bytes, detail) => {
  const server = await startRawServer((socket) => socket.end(bytes, "latin1"));
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({
    outcome: "failed",
    reason,
    detail: detail.replace("HOST", `127.0.0.1:${server.port}`),
  });
  expect(server.requests).toHaveLength(1);
});

test("a handler that resets the connection has cut it off, and is not sent the event again", async () => {
  const server = await startRawServer((socket) => socket.resetAndDestroy());
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "cut off" });
  expect(server.requests).toHaveLength(1);
});

test("a name that stands for no host is said so", async () => {
  // RFC 6761, 6.4: no name below .invalid exists.
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget("http://crm.invalid/"), inTime);
  expect(attempt).toMatchObject({
    outcome: "failed",
    reason: "no such host",
    detail: expect.stringContaining("crm.invalid"),
  });
});

test("an address that cannot be reached is said so", async () => {
  // A multicast address takes no TCP connection.
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget("http://224.0.0.1:80/"), inTime);
  expect(attempt).toMatchObject({
    outcome: "failed",
    reason: "unreachable",
    detail: expect.stringMatching(/^224\.0\.0\.1 cannot be reached \(E[A-Z]+\)$/),
  });
});
