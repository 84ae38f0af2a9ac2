import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";

const inTime = { timeoutMs: 30_000 };
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a connection is kept and serves many events", async () => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  const delivery = openDelivery();
  for (let n = 0; n < 20; n += 1) {
    await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
    await turn(); // undici takes a connection back one turn of the event loop after the answer
  }
  expect([server.requests.length, server.connections.length]).toEqual([20, 1]);
});

test.each(["end", "destroy", "resetAndDestroy"] as const)(
  "a kept connection that the handler closed meanwhile (%s) is no failure, and the event comes once",
  async (close) => {
    const server = await startRawServer((socket) => socket.write(answerWith(200)));
    const delivery = openDelivery();
    for (let n = 0; n < 20; n += 1) {
      await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
      await turn(); // so that the connection is free again, and the next event would take it
      server.connections.at(-1)?.[close]();
    }
    const last = await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
    expect(last).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
    expect([server.requests.length, server.connections.length]).toEqual([21, 21]);
  },
);

test("a handler that crashes on an event does not get it a second time", async () => {
  const server = await startRawServer(
    (socket, number) => void (number === 1 ? socket.write(answerWith(200)) : socket.destroy()),
  );
  const delivery = openDelivery();
  await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
  await turn();
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "cut off" });
  expect([server.requests.length, server.connections.length]).toEqual([2, 1]);
});

test("events to one handler at once have a connection each", async () => {
  const server = await startRawServer((_, number) => {
    if (number === 10) for (const socket of server.connections) socket.write(answerWith(200));
  });
  const delivery = openDelivery();
  const target = parseTarget(server.url);
  const attempts = await Promise.all(
    Array.from({ length: 10 }, () => delivery.deliver(outgoingEvent(), target, inTime)),
  );
  expect(attempts.map((attempt) => attempt.outcome)).toEqual(Array(10).fill("accepted"));
});

test.each(["127.0.0.1", "::1"])("localhost is found where the handler listens on %s only", async (host) => {
  const server = await startRawServer((socket) => socket.write(answerWith(200)), { host }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRNOTAVAIL" && cause.code !== "EAFNOSUPPORT") throw cause;
      return undefined;
    },
  );
  if (server === undefined) return; // this machine has no such loopback address
  for (const name of ["localhost", "crm.localhost"]) {
    const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(`${name}:${server.port}`), inTime);
    expect(attempt).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
  }
});

test("closing waits for what is in flight, lets connections go, and may be done twice", async () => {
  const server = await startRawServer(() => undefined);
  const delivery = openDelivery();
  const attempt = delivery.deliver(outgoingEvent(), parseTarget(server.url), inTime);
  await server.untilRequests(1);
  const closed = new Promise((resolve) => server.connections[0]?.once("close", resolve));
  const closing = Promise.all([delivery.close(), delivery.close()]);
  server.connections[0]?.write(answerWith(200));
  expect(await attempt).toMatchObject({ outcome: "accepted" });
  await closing;
  await closed;
});
