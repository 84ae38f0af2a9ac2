import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePatterns, uuidOf } from "../../../src/events/index.ts";
import type { Webhook } from "../../../src/marketplace/simulator/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { startHandler } from "../../harness/handler.ts";
import { ApiProgram } from "../../harness/marketplace.ts";
import { jsonLines } from "../../harness/json-lines.ts";
import { simulating } from "../../harness/simulating.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { purchase } from "../../harness/purchase.ts";

const at = (url: string, events = "*"): Webhook => ({
  id: "from-the-start",
  url,
  events,
  authentication: { scheme: "none", credentials: {} },
});

test("a purchase is told in its order, now, with addresses on the marketplace itself", async () => {
  const handler = await startHandler();
  const before = Date.now();
  const { result, notices, until } = simulating({ webhooks: [at(handler.url)], count: 6, perSecond: 50 });
  expect(await result).toEqual({ happened: 6, delivered: 6, failed: 0, pending: 0, interrupted: false });
  const [ready] = await until("ready");
  const payloads = handler.bodies().map((body) => JSON.parse(body));
  expect(notices("happened").map(({ event }) => event)).toEqual(purchase);
  expect(payloads).toHaveLength(6);
  for (const { resource, timestamp } of payloads) {
    expect(resource.url.startsWith(`${ready?.url}/api/`)).toBe(true);
    expect([timestamp >= before, timestamp <= Date.now()]).toEqual([true, true]);
  }
});

test("without a webhook nothing happens until somebody creates one", async () => {
  const handler = await startHandler();
  const { result, until, notices } = simulating({ count: 1, events: parsePatterns("order.added") });
  await until("nobody");
  const [ready] = await until("ready");
  expect(notices("happened")).toEqual([]);
  const api = await ApiProgram.open(ready?.url ?? "");
  await api.ask("POST", "/simulator/v1/webhooks", { url: handler.url, resource: "ORDER", actions: ["ADDED"] });
  expect(await result).toMatchObject({ happened: 1, delivered: 1 });
  expect(notices("webhook")).toMatchObject([{ did: "created", webhook: { events: "order.added" } }]);
});

test("with a time scale, an hour of retries is lived through at once; what is given up is counted", async () => {
  const handler = await startHandler(() => 503);
  const { result, notices } = simulating({
    webhooks: [at(handler.url)],
    count: 1,
    timeScale: 1_000_000,
    waitsMs: [300_000, 600_000],
  });
  expect(await result).toEqual({ happened: 1, delivered: 0, failed: 1, pending: 0, interrupted: false });
  expect(notices("attempt").map(({ again }) => again)).toEqual([
    { inMs: 300_000, hereMs: 0.3 },
    { inMs: 600_000, hereMs: 0.6 },
    undefined,
  ]);
});

test("during an outage nothing reaches the handler, and the retries bring it afterwards", async () => {
  const handler = await startHandler();
  const { result, notices } = simulating({
    webhooks: [at(handler.url)],
    count: 2,
    outageMs: 150,
    timeScale: 1_000,
    waitsMs: [200_000],
  });
  expect(await result).toMatchObject({ delivered: 2, failed: 0 });
  expect(notices("attempt").map(({ logged }) => logged.reason ?? "delivered")).toEqual([
    "unreachable",
    "unreachable",
    "delivered",
    "delivered",
  ]);
  expect(handler.bodies()).toHaveLength(2);
});

test("what comes twice has the same uuid, and counts once", async () => {
  const handler = await startHandler();
  const { result } = simulating({ webhooks: [at(handler.url)], count: 3, duplicatePercent: 100 });
  expect(await result).toMatchObject({ happened: 3, delivered: 3 });
  const uuids = handler.bodies().map((body) => uuidOf(JSON.parse(body)));
  expect([uuids.length, new Set(uuids).size]).toEqual([6, 3]);
});

test("events that overtake each other arrive all the same", async () => {
  const handler = await startHandler();
  const { result, notices } = simulating({ webhooks: [at(handler.url)], count: 30, perSecond: 300, shuffle: true });
  expect(await result).toMatchObject({ happened: 30, delivered: 30 });
  const told = notices("happened").map(({ uuid }) => uuid);
  const came = handler.bodies().map((body) => uuidOf(JSON.parse(body)));
  expect(came.toSorted()).toEqual(told.toSorted());
  expect(came).not.toEqual(told);
});

test("Ctrl-C ends it, and says what is still to be tried again", async () => {
  const url = `http://127.0.0.1:${await freePort()}/`;
  const { result, until, interrupt, notices } = simulating({ webhooks: [at(url)], perSecond: 1 });
  await until("attempt");
  interrupt();
  expect(await result).toEqual({ happened: 1, delivered: 0, failed: 0, pending: 1, interrupted: true });
  expect(notices("end")).toHaveLength(1);
});

test("a state file brings back webhooks, log and what is pending, which is tried when it is due", async () => {
  const stateFile = join(await temporaryFolder(), "marketplace.ndjson");
  let isUp = false;
  const handler = await startHandler(() => (isUp ? 200 : 503));
  const options = { stateFile, webhooks: [at(handler.url, "company.added")], timeScale: 1_000, waitsMs: [600_000] };
  const first = simulating({ ...options, perSecond: 1 });
  const api = await ApiProgram.open((await first.until("ready"))[0]?.url ?? "");
  const asked = { url: "http://127.0.0.1:9/", resource: "QUOTE", actions: ["REMOVED"] };
  const created = await api.ask("POST", "/simulator/v1/webhooks", asked);
  await first.until("attempt");
  first.interrupt();
  await first.result;
  isUp = true;
  const elsewhere = { scenarios: [], events: parsePatterns("invoice.added") }; // no webhook gets what happens then
  const second = simulating({ ...options, ...elsewhere, perSecond: 1 });
  const [ready] = await second.until("ready");
  expect(ready).toMatchObject({ pending: 1, stateFile });
  expect(ready?.webhooks.map(({ id }) => id)).toEqual(["from-the-start", created.answer.id]);
  const attempts = [...first.notices("attempt"), ...(await second.until("attempt"))];
  expect(attempts.map(({ logged: { number, delivered } }) => [number, delivered])).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(new Set(attempts.map(({ entry, uuid }) => `${entry} ${uuid}`)).size).toBe(1);
  const lines = jsonLines(await readFile(stateFile, "utf8"));
  expect(lines.flatMap(({ type, webhook }) => (type === "webhook" ? [webhook] : []))).toMatchObject([
    { id: created.answer.id },
  ]);
});

test("what is pending for a webhook of another run is not lost, and that is told", async () => {
  const stateFile = join(await temporaryFolder(), "marketplace.ndjson");
  const handler = await startHandler(() => 503);
  const options = { stateFile, webhooks: [at(handler.url, "company.added")], perSecond: 1 };
  const first = simulating(options);
  await first.until("attempt");
  first.interrupt();
  await first.result;
  const without = simulating({ ...options, webhooks: [] });
  expect((await without.until("ready"))[0]).toMatchObject({ pending: 0, waiting: 1 });
  without.interrupt();
  await without.result;
  const [ready] = await simulating(options).until("ready");
  expect(ready).toMatchObject({ pending: 1, waiting: 0 });
});

test("what was given up with a deleted webhook counts, and a run that waits for it ends", async () => {
  const handler = await startHandler(() => 503);
  const { result, until, notices } = simulating({ count: 1, scenarios: [], events: parsePatterns("order.added") });
  const api = await ApiProgram.open((await until("ready"))[0]?.url ?? "");
  const asked = { url: handler.url, resource: "ORDER", actions: ["ADDED"] };
  const { answer } = await api.ask("POST", "/simulator/v1/webhooks", asked);
  const [attempt] = await until("attempt");
  await api.call("DELETE", `/simulator/v1/webhooks/${answer.id}`);
  expect(await result).toMatchObject({ happened: 1, delivered: 0, failed: 1, pending: 0, interrupted: false });
  expect(notices("webhook").map(({ did, givenUp }) => [did, givenUp])).toEqual([
    ["created", undefined],
    ["deleted", [attempt?.entry]],
  ]);
});

test("the secret of the API's client is told only where nobody gave it", async () => {
  const shown = simulating({ apiClient: "crm:s3cret" });
  const hidden = simulating({ apiClient: "crm:s3cret", showsSecret: false });
  const [one] = await shown.until("ready");
  const [other] = await hidden.until("ready");
  expect([one?.clientSecret, other?.clientId, other?.clientSecret]).toEqual(["s3cret", "crm", undefined]);
  const open = simulating({ host: "0.0.0.0" });
  const given = simulating({ host: "0.0.0.0", showsSecret: false });
  const readies = [one, (await open.until("ready"))[0], (await given.until("ready"))[0]];
  expect(readies.map((ready) => ready?.isOpen)).toEqual([false, true, false]);
});
