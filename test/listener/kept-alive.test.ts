import { once } from "node:events";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { openListener } from "../harness/open-listener.ts";
import { rawClient } from "../harness/raw-client.ts";

const event = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}";
const unreadable = "a request that is not valid HTTP";

const refused: [what: string, bytes: string, status: number, reason: string][] = [
  [
    "more than 16 kB of headers",
    `POST / HTTP/1.1\r\nhost: x\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`,
    431,
    "a request with more than 16 kB of headers",
  ],
  ["two lengths", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}", 400, unreadable],
  [
    "a length and chunks",
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
    unreadable,
  ],
  ["no Host", "POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}", 400, "an HTTP/1.1 request without a Host header"],
  ["an unknown method", "FOOBAR / HTTP/1.1\r\nhost: x\r\n\r\n", 400, unreadable],
  ["CONNECT", "CONNECT x:443 HTTP/1.1\r\nhost: x:443\r\n\r\n", 405, "a CONNECT request (webhooks are POST requests)"],
];

test.each(refused)("%s is answered and told on a connection of its own", async (_, bytes, status, reason) => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(bytes);
  expect(statusesIn(await client.untilClosed())).toEqual([status]);
  expect(listener.refusals).toEqual([{ status, reason }]);
});

test.each(refused)("%s is answered and told after an event that was answered", async (_, bytes, status, reason) => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(event);
  await client.untilAnswer("}");
  await client.write(bytes);
  expect(statusesIn(await client.untilClosed())).toEqual([200, status]);
  expect(listener.refusals).toEqual([{ status, reason }]);
});

test.each(refused)("%s waits for the answer to the event before it", async (_, bytes, status, reason) => {
  let answer: (status: number) => void = () => undefined;
  const listener = await openListener({ take: () => new Promise((resolve) => (answer = resolve)) });
  const client = await rawClient(listener.port);
  await client.write(event + bytes);
  await eventually(() => listener.taken.length === 1 || undefined);
  await client.write(bytes); // what comes after it is not read
  answer(200);
  expect(statusesIn(await client.untilClosed())).toEqual([200, status]);
  expect(listener.refusals).toEqual([{ status, reason }]);
});

test("an event that expects what nobody knows is taken after another one", async () => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(event);
  await client.untilAnswer("}");
  await client.write(event.replace("host", "expect: 200-ok\r\nconnection: close\r\nhost"));
  expect(statusesIn(await client.untilClosed())).toEqual([200, 200]);
  expect([listener.taken.length, listener.refusals]).toEqual([2, []]);
});

test("a chunk that is none belongs to the event whose body it is in: the connection ends, and one refusal is told", async () => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(event);
  await client.untilAnswer("}");
  await client.write('POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{"\r\nno chunk\r\n');
  expect(statusesIn(await client.untilClosed())).toEqual([200]);
  await eventually(() => listener.refusals.length > 0 || undefined);
  expect(listener.refusals).toEqual([{ status: 400, reason: "an incomplete body: the connection was closed" }]);
});

test.each([
  ["a chunk that is none", "no chunk\r\n", "transfer-encoding: chunked"],
  ["an encoding of the transfer that says no end", "", "transfer-encoding: gzip"],
  ["half a body, and the end", "half", "content-length: 10"],
])("%s does not cost the event before it its answer", async (_, body, header) => {
  let answer: (status: number) => void = () => undefined;
  const listener = await openListener({ take: () => new Promise((resolve) => (answer = resolve)) });
  const client = await rawClient(listener.port);
  client.socket.end(`${event}POST / HTTP/1.1\r\nhost: x\r\n${header}\r\n\r\n${body}`);
  await eventually(() => listener.taken.length === 1 || undefined);
  await otherEventAnswered(listener.port); // by then the end of the first has been read
  answer(200);
  expect(statusesIn(await client.untilClosed())).toEqual([200]);
  await eventually(() => listener.refusals.length > 0 || undefined);
  expect(listener.refusals).toEqual([{ status: 400, reason: "an incomplete body: the connection was closed" }]);
});

test.each(refused)(
  "%s is answered and told after an event whose sender has no more to say",
  async (_, bytes, status, reason) => {
    let answer: (status: number) => void = () => undefined;
    const listener = await openListener({ take: () => new Promise((resolve) => (answer = resolve)) });
    const client = await rawClient(listener.port);
    client.socket.end(event + bytes);
    await eventually(() => listener.taken.length === 1 || undefined);
    await otherEventAnswered(listener.port); // by then the end of the first has been read
    answer(200);
    expect(statusesIn(await client.untilClosed())).toEqual([200, status]);
    expect(listener.refusals).toEqual([{ status, reason }]);
  },
);

test("what comes after a request that ends the connection does not cost that its answer", async () => {
  let answer: (status: number) => void = () => undefined;
  const listener = await openListener({ take: () => new Promise((resolve) => (answer = resolve)) });
  const client = await rawClient(listener.port);
  await client.write(event.replace("host", "connection: close\r\nhost") + event);
  await eventually(() => listener.taken.length === 1 || undefined);
  answer(200);
  expect(statusesIn(await client.untilClosed())).toEqual([200]);
  expect([listener.taken.length, listener.refusals]).toEqual([1, []]);
});

test("a request without a Host is taken where HTTP has none", async () => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write("POST / HTTP/1.0\r\ncontent-length: 2\r\n\r\n{}");
  expect(statusesIn(await client.untilClosed())).toEqual([200]);
});

test("a sender that says it has no more to say gets the answer when there is one", async () => {
  let answer: (status: number) => void = () => undefined;
  const listener = await openListener({ take: () => new Promise((resolve) => (answer = resolve)) });
  const client = await rawClient(listener.port);
  client.socket.end(event);
  await once(client.socket, "finish");
  await eventually(() => listener.taken.length === 1 || undefined);
  await otherEventAnswered(listener.port); // by then the end of the first has been read
  answer(201);
  expect(statusesIn(await client.untilClosed())).toEqual([201]);
});

test.each([
  ...refused,
  ["half a head", "POST / HTTP/1.1\r\nhost: x\r\n", 400, unreadable] as const,
  ["another path", event.replace("/", "/other"), 404, "POST to another path (/other)"] as const,
])("a sender that has no more to say is answered what is refused: %s", async (_, bytes, status, reason) => {
  const listener = await openListener({ path: "/hooks" });
  const client = await rawClient(listener.port);
  client.socket.end(bytes);
  expect(statusesIn(await client.untilClosed())).toEqual([status]);
  expect(listener.refusals).toMatchObject([{ status, reason }]);
});

function statusesIn(answers: string): number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
}

async function otherEventAnswered(port: number): Promise<void> {
  const client = await rawClient(port);
  await client.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  await client.untilAnswer("listening");
}
