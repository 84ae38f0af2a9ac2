import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";

const inTime = { timeoutMs: 30_000 };

async function answerTo(reply: (write: (bytes: string | Buffer) => void) => void) {
  const server = await startRawServer((socket) => reply((bytes) => socket.write(bytes)));
  return openDelivery().deliver(outgoingEvent(), parseTarget(server.url), inTime);
}

test("an answer's body is kept as text", async () => {
  const attempt = await answerTo((write) => write(answerWith(500, '{"error":"unknown plan"}')));
  expect(attempt).toMatchObject({ outcome: "rejected", answer: { status: 500, answer: '{"error":"unknown plan"}' } });
});

test("of a long answer the first 2 kB are kept, without half a character", async () => {
  // 1 + 682 * 3 = 2047 bytes: the next character would be cut at 2048.
  const attempt = await answerTo((write) => write(answerWith(200, `x${"€".repeat(10_000)}`)));
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { answer: `x${"€".repeat(682)}` } });
});

test("the message of an error beyond the first 2 kB of a page is found", async () => {
  const page = `<!doctype html><style>${"a{}".repeat(2_000)}</style><h1>Unknown plan</h1>`;
  const attempt = await answerTo((write) => write(answerWith(500, page, ["content-type: text/html"])));
  expect(attempt).toMatchObject({ outcome: "rejected", detail: "Unknown plan" });
});

test.each([
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
])("an answer in %s is decoded for showing", async (encoding, compress) => {
  const body = compress('{"error":"unknown plan"}');
  const head = `HTTP/1.1 500 E\r\ncontent-encoding: ${encoding}\r\ncontent-length: ${body.length}\r\n\r\n`;
  const attempt = await answerTo((write) => write(Buffer.concat([Buffer.from(head), body])));
  expect(attempt).toMatchObject({ answer: { answer: '{"error":"unknown plan"}' } });
});

test("an answer that grows without measure when decoded is cut like any other", async () => {
  const body = gzipSync(Buffer.alloc(50 * 1024 ** 2, "a"));
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
  const attempt = await answerTo((write) => write(Buffer.concat([Buffer.from(head), body])));
  expect(attempt).toMatchObject({ answer: { status: 200, answer: "a".repeat(2_048) } });
});

test("an answer that is not what its header says is shown as it came", async () => {
  const attempt = await answerTo((write) => write(answerWith(200, "plain", ["content-encoding: gzip"])));
  expect(attempt).toMatchObject({ answer: { status: 200, answer: "plain" } });
});

test("a handler that answers without end is cut off after 64 kB, and its status counts", async () => {
  const server = await startRawServer((socket) => {
    const chunk = Buffer.alloc(16_384, "x");
    const flood = () => void (socket.destroyed || socket.write(chunk, flood));
    socket.write("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n", flood);
  });
  const delivery = openDelivery({ clock: manualClock() }); // whose time stands still
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(server.url), { timeoutMs: 0 });
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { status: 200, answer: "x".repeat(2_048) } });
  const [socket] = server.connections;
  await new Promise((resolve) => (socket?.closed ? resolve(true) : socket?.once("close", resolve)));
});

test("a handler that never finishes its body is waited for at most a second after its status", async () => {
  const clock = manualClock();
  const server = await startRawServer((socket) => socket.write("HTTP/1.1 202 OK\r\ncontent-length: 9\r\n\r\nhalf"));
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), parseTarget(server.url), inTime);
  await clock.untilSleeping(2); // the deadline, and the wait for the body
  await clock.advance(1_000);
  expect(await attempt).toEqual({
    outcome: "accepted",
    durationMs: 0,
    answer: { kind: "http", status: 202, answer: "half" },
    words: { shown: "202", status: 202, said: "", acceptedBody: expect.any(Function) },
  });
});

test("the duration is that of the status, by the clock that was passed in", async () => {
  const clock = manualClock();
  const server = await startRawServer(() => undefined);
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), parseTarget(server.url), inTime);
  await server.untilRequests(1);
  await clock.advance(1_234);
  server.connections[0]?.write(answerWith(200));
  expect(await attempt).toMatchObject({ outcome: "accepted", durationMs: 1_234 });
});

test("a secret in the address that a redirect points to is not said", async () => {
  const attempt = await answerTo((write) => write(answerWith(302, "", ["location: /login?token=sesame"])));
  const said = "redirects to /login?token=[redacted] (not followed)";
  expect(attempt).toMatchObject({ outcome: "rejected", words: { said }, detail: said });
});
