import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { parsePatterns } from "../../../src/events/index.ts";
import { findListening, readLastJournal, type ProjectState } from "../../../src/state/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { webhook } from "../../harness/webhook.ts";

async function statePlace(): Promise<ProjectState> {
  const root = await temporaryFolder();
  return { root, folder: join(root, "state"), shared: root };
}

const at = "2026-11-23T14:05:11.123Z";

test("the journal tells what was received, refused and delivered, line by line", async () => {
  const state = await statePlace();
  const handler = await startRawServer((socket, number) => socket.write(answerWith(number === 1 ? 204 : 500)));
  const target = parseTarget(`user.*=${handler.url.replace("//", "//crm:secret@")}/crm`);
  const { url, folder, until, end } = await listening(
    { targets: [target], authentication: "token", credentials: { token: "t" } },
    { state },
  );
  const token = { "x-appdirect-webhook-token": "t" };
  for (const count of [1, 2]) {
    await post(url, webhook(), token);
    await until("delivery", count);
  }
  await post(url, webhook({ uuid: "11111111-2", resource: { type: "ORDER" } }), token);
  await post(url, webhook(), {});
  await end();
  const event = "user.added";
  const uuid = "429afed8-0001-4000-8000-000000000001";
  const file = join(folder, "user.added", "20261123T140511123Z-429afed8.json");
  const address = `${handler.url}/crm`;
  const kept = { kind: "http", text: address, canBeSentToAgain: true, number: 1 };
  const received = { type: "received", at, event, uuid, file, targets: [kept] };
  const delivery = { type: "delivery", at, event, uuid, file, target: kept, ms: 0 };
  const targets = [{ ...kept, patterns: "user.*", credentials: true, headers: [] }];
  const orderFile = join(folder, "order.added", "20261123T140511123Z-11111111.json");
  expect(await readLastJournal(state, ["listen"])).toEqual([
    { type: "start", form: 2, at, command: "listen", fixtures: folder, targets },
    received,
    { ...delivery, delivered: true, status: 204 },
    received,
    { ...delivery, delivered: false, status: 500 },
    { type: "received", at, event: "order.added", uuid: "11111111-2", file: orderFile, targets: [] },
    { type: "refused", at, reason: "no token" },
    { type: "end", at: expect.any(String) },
  ]);
});

test("an event that --events leaves out is in the journal too, for nobody", async () => {
  const state = await statePlace();
  const { url, end } = await listening({ events: parsePatterns("order"), targets: [parseTarget("3000")] }, { state });
  await post(url, webhook());
  await end();
  expect((await readLastJournal(state, ["listen"]))[1]).toMatchObject({
    type: "received",
    event: "user.added",
    targets: [],
  });
});

test("a delivery that did not reach its target tells why in the journal", async () => {
  const state = await statePlace();
  const handler = await startRawServer((socket) => socket.destroy());
  const { url, until, end } = await listening({ targets: [parseTarget(handler.url)] }, { state });
  await post(url, webhook());
  await until("delivery");
  await end();
  expect(await readLastJournal(state, ["listen"])).toContainEqual(
    expect.objectContaining({
      type: "delivery",
      delivered: false,
      error: "cut off",
      target: { kind: "http", text: `${handler.url}/`, canBeSentToAgain: true, number: 1 },
    }),
  );
});

test("a session is found while it listens, and no more when it has ended", async () => {
  const state = await statePlace();
  const { url, port, end } = await listening({}, { state, processId: 4711 });
  const found = { processId: 4711, host: "127.0.0.1", port, local: `${url}/` };
  await expect.poll(() => findListening(state, (processId) => processId === 4711)).toEqual(found);
  await end();
  expect(await readdir(join(state.folder, "listening"))).toEqual([]);
  expect(await findListening(state, () => true)).toBeUndefined();
});

test("two sessions of one project are both announced, and the end of one leaves the other", async () => {
  const state = await statePlace();
  const first = await listening({}, { state, processId: 1001 });
  const second = await listening({}, { state, processId: 1002 });
  const announced = () => readdir(join(state.folder, "listening"));
  await expect.poll(announced).toEqual(["1001.json", "1002.json"]);
  await first.end();
  expect(await findListening(state, () => true)).toMatchObject({ processId: 1002, port: second.port });
});

test("what a session that died left behind is not found, and is removed", async () => {
  const state = await statePlace();
  const live = await listening({}, { state, processId: 1002 });
  const folder = join(state.folder, "listening");
  await expect.poll(() => readdir(folder)).toEqual(["1002.json"]);
  const dead = { processId: 1001, host: "127.0.0.1", port: await freePort(), local: "http://127.0.0.1:1/" };
  await writeFile(join(folder, "1001.json"), JSON.stringify(dead));
  expect(await findListening(state, () => true)).toMatchObject({ processId: 1002, port: live.port });
  expect(await readdir(folder)).toEqual(["1002.json"]);
});

test("a state folder that cannot be written is said once, and the session works without", async () => {
  const state = await statePlace();
  await writeFile(state.folder, "a file");
  const { url, until, end, notices } = await listening({}, { state });
  const [warning] = await until("warning");
  expect(warning).toEqual({
    kind: "warning",
    about: "journal unwritable",
    of: "session",
    cause: expect.any(Error),
  });
  expect((await post(url, webhook())).status).toBe(200);
  expect((await end()).result).toEqual({ interrupted: true, failed: false, missing: false });
  expect(notices("warning")).toHaveLength(1);
});

test("a session that cannot start is not announced and leaves no journal", async () => {
  const state = await statePlace();
  const { port } = await listening();
  await expect(listening({ port }, { state })).rejects.toThrow(`Port ${port} (from --port) is already in use`);
  expect(await readdir(state.root)).toEqual([]);
});
