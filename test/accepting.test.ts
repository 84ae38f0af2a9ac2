import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { accepts } from "../src/accepting.ts";
import { freePort } from "./harness/free-port.ts";
import { startRawServer } from "./harness/raw-server.ts";

test("what listens accepts, by address and by name", async () => {
  const { port } = await startRawServer(() => undefined);
  expect(await accepts(["127.0.0.1"], port)).toBe(true);
  expect(await accepts(["localhost"], port)).toBe(true);
});

test("where nothing listens, nothing does", async () => {
  expect(await accepts(["127.0.0.1", "::1"], await freePort())).toBe(false);
});

test("one of several hosts will do", async () => {
  const { port } = await startRawServer(() => undefined);
  expect(await accepts(["::1", "no-such-host.invalid", "127.0.0.1"], port)).toBe(true);
});

test("its connection is closed at once", async () => {
  const server = await startRawServer(() => undefined);
  await accepts(["127.0.0.1"], server.port);
  await expect.poll(() => server.connections.map(({ destroyed }) => destroyed)).toEqual([true]);
});

test("where no answer comes it is no once it is over", async () => {
  const over = new AbortController();
  const answer = accepts(["192.0.2.1"], 9, over.signal); // RFC 5737: nobody has this address
  over.abort();
  expect(await answer).toBe(false);
});

test("it is no at once where it is over already", async () => {
  const { port } = await startRawServer(() => undefined);
  expect(await accepts(["127.0.0.1"], port, AbortSignal.abort())).toBe(false);
});

test("nothing stays with a signal that outlives it", async () => {
  const over = new AbortController();
  const { port } = await startRawServer(() => undefined);
  for (const wanted of [port, await freePort()]) await accepts(["127.0.0.1"], wanted, over.signal);
  await expect.poll(() => getEventListeners(over.signal, "abort")).toEqual([]);
});
