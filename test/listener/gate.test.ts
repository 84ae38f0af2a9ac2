import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openGate, type Behind } from "../../src/listener/index.ts";
import { eventually } from "../harness/eventually.ts";
import { openListener } from "../harness/open-listener.ts";
import { post } from "../harness/post.ts";
import { rawClient } from "../harness/raw-client.ts";
import { rejection } from "../harness/rejection.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { webhook } from "../harness/webhook.ts";

/** A gate with a listener that is always there, which answers 503. */
async function opened() {
  const folder = await temporaryFolder();
  const always = join(folder, "always");
  const gate = await openGate({ host: "127.0.0.1", port: 0, orFree: false }, always);
  onTestFinished(() => gate.close());
  const place = (socket: string): Behind => ({
    socket: join(folder, socket),
    port: gate.port,
    origin: gate.origin,
    reachedAt: gate.reachedAt,
  });
  await openListener({ behind: place("always"), take: async () => 503 });
  return { gate, place };
}

test("leads calls to whoever is behind it, and to the one who is always there before and after", async () => {
  const { gate, place } = await opened();
  const { status: before } = await post(gate.origin, webhook());
  const listener = await openListener({ behind: place("listener") });
  gate.behind = place("listener").socket;
  const { status: during } = await post(gate.origin, webhook());
  gate.behind = undefined;
  const { status: after } = await post(gate.origin, webhook());
  expect([before, during, after, listener.taken.length, listener.port]).toEqual([503, 200, 503, 1, gate.port]);
});

test("where whoever was behind it has gone without a word, calls go to the one who is always there", async () => {
  const { gate, place } = await opened();
  const listener = await openListener({ behind: place("listener") });
  gate.behind = place("listener").socket;
  await listener.close();
  expect((await post(gate.origin, webhook())).status).toBe(503);
});

test("a call that was led to somebody is answered there, though the next one is not", async () => {
  const { gate, place } = await opened();
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const verify = () => {
    asked();
    return { accepted: true } as const;
  };
  const listener = await openListener({ behind: place("listener"), verify });
  gate.behind = place("listener").socket;
  const body = webhook();
  const caller = await rawClient(gate.port);
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  await caller.write(head + body.slice(0, 10));
  await isAsked;
  gate.behind = undefined;
  await gate.settled();
  const closed = listener.close();
  await caller.write(body.slice(10));
  expect(await caller.untilClosed()).toMatch(/^HTTP\/1\.1 200 [^]*\r\nconnection: close\r\n/i);
  await closed;
  expect((await post(gate.origin, webhook())).status).toBe(503);
});

test("a caller that has no more to say gets the answer when there is one", async () => {
  const { gate, place } = await opened();
  let answer: (status: number) => void = () => undefined;
  const take = () => new Promise<number>((resolve) => (answer = resolve));
  const listener = await openListener({ behind: place("listener"), take });
  gate.behind = place("listener").socket;
  const caller = await rawClient(gate.port);
  caller.socket.end("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
  await eventually(() => listener.taken.length === 1 || undefined);
  answer(201);
  expect(await caller.untilClosed()).toMatch(/^HTTP\/1\.1 201 /);
});

test("a body of megabytes comes through whole", async () => {
  const { gate, place } = await opened();
  const listener = await openListener({ behind: place("listener"), maxBodyBytes: 16 * 1024 ** 2 });
  gate.behind = place("listener").socket;
  const body = JSON.stringify({ text: "x".repeat(8 * 1024 ** 2) });
  expect((await post(gate.origin, body)).status).toBe(200);
  expect(listener.taken[0]?.body.toString()).toBe(body);
});

test("nobody else gets its port while it is open, and anybody once it is closed", async () => {
  const { gate } = await opened();
  const other = createServer();
  const listening = () =>
    new Promise<string>((resolve) => {
      other.once("error", (cause) => resolve(String("code" in cause && cause.code)));
      other.listen(gate.port, "127.0.0.1", () => resolve("listens"));
    });
  const before = await listening();
  await Promise.all([gate.close(), gate.close()]);
  const after = await listening();
  other.close();
  expect([before, after]).toEqual(["EADDRINUSE", "listens"]);
});

test("a port that is taken is told with what asked for it", async () => {
  const { gate } = await opened();
  const again = openGate({ host: "127.0.0.1", port: gate.port, orFree: false }, "nowhere");
  expect(await rejection(again)).toMatchObject({
    code: "PORT_IN_USE",
    message: `Port ${gate.port} (from --port) is already in use.`,
  });
});
