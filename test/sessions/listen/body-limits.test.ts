import { gzipSync, brotliCompressSync, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { fixtureBody } from "../../../src/fixtures/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles, recordedFixtures } from "../../harness/recordings.ts";
import { webhook } from "../../harness/webhook.ts";

const mebibyte = 1024 ** 2;

test.each([
  ["its content-length", 3 * mebibyte, (body: string) => `content-length: ${body.length}\r\n\r\n${body}`],
  ["what comes in chunks", 3 * mebibyte, (body: string) => `transfer-encoding: chunked\r\n\r\n${chunked(body)}`],
])("a body over the limit by %s gets 413, which its sender gets to read after sending all", async (_, size, rest) => {
  const { url, port, folder, until } = await listening({ maxBodyBytes: mebibyte });
  const client = await rawClient(port);
  client.socket.pause();
  await client.write(`POST / HTTP/1.1\r\nhost: x\r\n${rest("x".repeat(size))}`);
  client.socket.resume();
  const answer = await client.untilClosed();
  expect(answer).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
  expect(answer).toMatch(/\r\nconnection: close\r\n[^]*\r\n\r\n\{"status":413\}$/i);
  expect(await until("refused")).toEqual([
    { kind: "refused", reason: "a body of more than 1048576 bytes (see --max-body)", times: 1 },
  ]);
  expect(await recordedFiles(folder)).toEqual([]);
  expect((await post(url, webhook())).status).toBe(200);
});

test("a body of exactly the limit is taken", async () => {
  const body = webhook();
  const { url } = await listening({ maxBodyBytes: body.length });
  expect((await post(url, body)).status).toBe(200);
  expect((await post(url, `${body} `)).status).toBe(413);
});

test("a sender that goes on and on is cut off in the end", async () => {
  const { port } = await listening({ maxBodyBytes: 1_000 });
  const client = await rawClient(port);
  await client.write("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
  const piece = chunked("x".repeat(mebibyte), { isLast: false });
  let sent = 0;
  while (!client.socket.destroyed && sent < 100) {
    await client.write(piece).catch(() => undefined);
    sent += 1;
  }
  expect(sent).toBeGreaterThan(15);
  expect(sent).toBeLessThan(100);
});

test.each([
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
])("a body in %s is decoded, recorded and forwarded without its content-encoding", async (encoding, encode) => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, folder } = await listening({ targets: [parseTarget(handler.url)] });
  const headers = { "content-type": "application/json", "content-encoding": encoding };
  expect((await post(url, encode(webhook()), headers)).status).toBe(200);
  await handler.untilRequests(1);
  const [head = "", body] = handler.requests[0]?.split("\r\n\r\n") ?? [];
  expect(body).toBe(webhook());
  expect(head).toContain(`\r\ncontent-length: ${webhook().length}`);
  expect(head).not.toMatch(/content-encoding/i);
  const [fixture] = await recordedFixtures(folder);
  expect(fixture && fixtureBody(fixture).toString()).toBe(webhook());
});

test("a body that grows past the limit as it is decoded gets 413 and takes no memory", async () => {
  const { url, until, folder } = await listening({ maxBodyBytes: 5 * mebibyte });
  const bomb = gzipSync(Buffer.alloc(300 * mebibyte));
  const before = process.memoryUsage().rss;
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(url, bomb, { "content-encoding": "gzip" })));
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 413]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * mebibyte);
  expect(await until("refused")).toMatchObject([{ reason: "a body of more than 5242880 bytes (see --max-body)" }]);
  expect(await recordedFiles(folder)).toEqual([]);
});

test.each([
  ["gzip", webhook(), 400, "a body that is not gzip, despite its content-encoding"],
  ["gzip", gzipSync(webhook()).subarray(0, 40), 400, "a body that is not gzip, despite its content-encoding"],
  ["compress", webhook(), 415, "a body with an unknown content-encoding (compress)"],
])("a body said to be %s that cannot be decoded is refused", async (encoding, body, status, reason) => {
  const { url, until, folder } = await listening();
  expect((await post(url, body, { "content-encoding": encoding })).status).toBe(status);
  expect(await until("refused")).toEqual([{ kind: "refused", reason, times: 1 }]);
  expect(await recordedFiles(folder)).toEqual([]);
});

test("half a body, and no more within 30 s, gets 408", async () => {
  const { url, port, clock, until, folder } = await listening();
  const client = await rawClient(port);
  await client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"uuid"');
  await clock.untilSleepingFor(30_000);
  await clock.advance(29_999);
  await clock.advance(1);
  expect(await client.untilAnswer('{"status":408}')).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  await clock.advance(5_000);
  await client.untilClosed();
  expect(await until("refused")).toEqual([
    { kind: "refused", reason: "an incomplete body: the rest did not arrive within 30 s", times: 1 },
  ]);
  expect(await recordedFiles(folder)).toEqual([]);
  expect((await post(url, webhook())).status).toBe(200);
});

test("a sender that hangs up within the body has sent nothing, and harms nobody", async () => {
  const { url, port, until, folder } = await listening();
  for (const encoding of ["identity", "gzip"]) {
    const client = await rawClient(port);
    await client.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-encoding: ${encoding}\r\ncontent-length: 100\r\n\r\n`);
    await client.write(gzipSync(webhook()).subarray(0, 20));
    client.socket.destroy();
  }
  expect(await until("refused")).toMatchObject([{ reason: "an incomplete body: the connection was closed" }]);
  expect((await post(url, webhook())).status).toBe(200);
  expect(await recordedFiles(folder)).toHaveLength(1);
});

function chunked(text: string, { isLast }: { isLast: boolean } = { isLast: true }): string {
  return `${text.length.toString(16)}\r\n${text}\r\n${isLast ? "0\r\n\r\n" : ""}`;
}
