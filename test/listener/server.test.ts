import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { freePort } from "../harness/free-port.ts";
import { openListener } from "../harness/open-listener.ts";
import { post } from "../harness/post.ts";
import { rawClient } from "../harness/raw-client.ts";
import { rejection } from "../harness/rejection.ts";

/** A port that somebody else has. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return port;
}

test("a port that is taken is an error which names it and what to do", async () => {
  const port = await takenPort();
  const error = await rejection(openListener({ port }));
  expect([error.code, error.exitStatus, error.message, error.hint]).toEqual([
    "PORT_IN_USE",
    3,
    `Port ${port} (from --port) is already in use.`,
    "Choose another with --port, or omit --port to use a free one.",
  ]);
  expect(error.cause).toMatchObject({ code: "EADDRINUSE" });
});

test("where any port will do, a free one is taken instead", async () => {
  const port = await takenPort();
  const listener = await openListener({ port, orFree: true });
  expect(listener.port).not.toBe(port);
  expect((await post(listener.origin, "{}")).status).toBe(200);
});

test("calls that wait behind one that is answered last do not keep it from closing", async () => {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const listener = await openListener({ take: async () => released.then(() => 200) });
  const client = await rawClient(listener.port);
  const call = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}";
  await client.write(call + call + call);
  await eventually(() => listener.taken.length === 3 || undefined);
  const closed = listener.close();
  release();
  expect((await client.untilClosed()).match(/HTTP\/1\.1 200/g)).toHaveLength(1);
  await closed;
});

test("a port that is free is taken as asked for", async () => {
  const port = await freePort();
  expect((await openListener({ port, orFree: true })).origin).toBe(`http://127.0.0.1:${port}`);
});

test.each(["203.0.113.7", "no-such-host.invalid", "2001:db8::7"])(
  "%s, which is no address of this machine, is an error that says so",
  async (host) => {
    const error = await rejection(openListener({ host }));
    expect([error.code, error.exitStatus, error.message, error.hint]).toEqual([
      "ADDRESS_UNAVAILABLE",
      3,
      `${host} (from --host) is not an address of this machine.`,
      "Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its networks.",
    ]);
  },
);

const hasIpv6 = Object.values(networkInterfaces()).some((one) => one?.some(({ family }) => family === "IPv6"));

test.runIf(hasIpv6)("an IPv6 address stands in brackets in the origin", async () => {
  const listener = await openListener({ host: "::1" });
  expect(listener.origin).toBe(`http://[::1]:${listener.port}`);
  expect((await post(listener.origin, "{}")).status).toBe(200);
});

test.runIf(hasIpv6)("on every address it is reached without IPv6, which may be switched off", async () => {
  const listener = await openListener({ host: "::" });
  expect(listener.reachedAt).toBe(`http://127.0.0.1:${listener.port}`);
  expect((await post(listener.reachedAt, "{}")).status).toBe(200);
});

test("closing may be done twice, and ends idle connections", async () => {
  const listener = await openListener();
  const [fresh, kept] = [await rawClient(listener.port), await rawClient(listener.port)];
  await kept.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
  expect(await kept.untilAnswer("}")).toMatch(/\r\nConnection: keep-alive\r\n/);
  await Promise.all([listener.close(), listener.close()]);
  await listener.close();
  expect(await fresh.untilClosed()).toBe("");
  await kept.untilClosed();
  await expect(post(listener.origin, "{}")).rejects.toThrow(/ECONNREFUSED/);
});

test("closing waits for the answer of what is in flight, and does not keep its connection", async () => {
  let answer: (status: number) => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const listener = await openListener({
    take() {
      begin();
      return new Promise((resolve) => (answer = resolve));
    },
  });
  const client = await rawClient(listener.port);
  await client.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
  await begun;
  let isClosed = false;
  const closed = listener.close().then(() => (isClosed = true));
  listener.drop(); // is only for requests that have not come whole
  await expect(post(listener.origin, "{}")).rejects.toThrow(/ECONNREFUSED/);
  expect(isClosed).toBe(false);
  answer(200);
  expect(await client.untilClosed()).toMatch(
    /^HTTP\/1\.1 200 OK\r\n[^]*\r\nConnection: close\r\n[^]*\{"status":200\}$/,
  );
  await closed;
});

test("what nothing foresaw gets 500, is told, and the next event is taken", async () => {
  let calls = 0;
  const listener = await openListener({
    async take() {
      calls += 1;
      if (calls === 1) throw new Error("A defect.");
      return 200;
    },
  });
  const answer = await post(listener.origin, "{}");
  expect([answer.status, answer.body]).toEqual([500, '{"status":500}']);
  expect(listener.failures).toEqual([new Error("A defect.")]);
  expect((await post(listener.origin, "{}")).status).toBe(200);
});

test.each([
  [
    "the beginning of a TLS handshake",
    Buffer.from("160301004d0100", "hex"),
    400,
    "a TLS connection (this address is http://, not https://)",
  ],
  ["an unknown method", "FOOBAR / HTTP/1.1\r\nhost: x\r\n\r\n", 400, "a request that is not valid HTTP"],
  ["CONNECT", "CONNECT x:443 HTTP/1.1\r\nhost: x:443\r\n\r\n", 405, "a CONNECT request (webhooks are POST requests)"],
  [
    "more than 16 kB of headers",
    `POST / HTTP/1.1\r\nx-long: ${"a".repeat(20_000)}\r\n\r\n`,
    431,
    "a request with more than 16 kB of headers",
  ],
])("%s is answered, told, and leaves the others alone", async (_, bytes, status, reason) => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(bytes);
  expect(await client.untilClosed()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(listener.refusals).toEqual([{ status, reason }]);
  expect((await post(listener.origin, "{}")).status).toBe(200);
});

test.each(["CONNECT x:443", "FOOBAR /"])(
  "after %s a client that keeps its end open does not keep the listener from closing",
  async (line) => {
    const listener = await openListener();
    const socket = connect({ port: listener.port, host: "127.0.0.1", allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    socket.write(`${line} HTTP/1.1\r\nhost: x:443\r\n\r\n`);
    await once(socket.resume(), "end");
    await listener.close();
    expect(listener.refusals).toHaveLength(1);
  },
);

test("an event whose sender expects what nobody knows is taken like any other", async () => {
  const listener = await openListener();
  const client = await rawClient(listener.port);
  await client.write(
    "POST / HTTP/1.1\r\nhost: x\r\nexpect: 200-ok\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
  );
  expect(await client.untilClosed()).toMatch(/^HTTP\/1\.1 200 /);
  expect(listener.taken).toHaveLength(1);
});
