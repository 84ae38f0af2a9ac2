import { expect, test } from "vitest";
import { manualClock } from "../harness/manual-clock.ts";
import { openListener } from "../harness/open-listener.ts";
import { rawClient } from "../harness/raw-client.ts";

test("an event is received with its headers as they came, at the time when its request began", async () => {
  const clock = manualClock();
  const listener = await openListener({ clock });
  const client = await rawClient(listener.port);
  const body = '{"resource":{"type":"USER"},"resourceAction":"ADDED"}';
  await client.write(`POST /?a=1 HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: ${body.length}\r\n\r\n`);
  await clock.untilSleepingFor(30_000);
  await clock.advance(20_000);
  await client.write(body);
  await client.untilAnswer('{"status":200}');
  expect(listener.taken).toEqual([
    {
      receivedAt: new Date("2026-11-23T14:05:11.123Z"),
      method: "POST",
      path: "/?a=1",
      headers: [
        ["Host", "x"],
        ["X-A", "1"],
        ["x-a", "2"],
        ["Content-Length", String(body.length)],
      ],
      body: Buffer.from(body),
      parsed: { payload: JSON.parse(body) },
      description: { name: "user.added", known: true, resourceType: "USER" },
    },
  ]);
});

test("a byte order mark in front of JSON is no mistake", async () => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(Buffer.from('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n\uFEFF{"a":1}'));
  expect(await client.untilAnswer("}")).toMatch(/^HTTP\/1\.1 200 /);
  expect(listener.taken).toMatchObject([{ parsed: { payload: { a: 1 } }, body: Buffer.from('\uFEFF{"a":1}') }]);
});

test("two events on one connection, the second sent before the first is answered, are both taken in order", async () => {
  const bodies: string[] = [];
  const listener = await openListener({ take: async ({ body }) => 200 + bodies.push(body.toString()) });
  const client = await rawClient(listener.port);
  const one = (body: string) => `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  await client.write(one("[1]") + one("[2]"));
  expect((await client.untilAnswer('{"status":202}')).match(/HTTP\/1.1 \d+/g)).toEqual([
    "HTTP/1.1 201",
    "HTTP/1.1 202",
  ]);
  expect(bodies).toEqual(["[1]", "[2]"]);
});

test("what is no HTTP gets 400, and the next event is taken", async () => {
  const listener = await openListener();
  const wrong = await rawClient(listener.port);
  await wrong.write("\x16\x03\x01\x02 a TLS hello, perhaps\r\n\r\n");
  expect(await wrong.untilClosed()).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  const client = await rawClient(listener.port);
  await client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
  expect(await client.untilAnswer("}")).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});
