import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { parsePath } from "../../../src/events/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles, recordedFixtures } from "../../harness/recordings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

test("an event is on disk when its sender gets the 200, and told with its file", async () => {
  const { url, folder, notices } = await listening();
  const answer = await post(`${url}/?tenant=7`, webhook(), { "content-type": "application/json", "x-team": "crm" });
  expect([answer.status, answer.body]).toEqual([200, '{"status":200}']);
  const file = "user.added/20261123T140511123Z-429afed8.json";
  expect(await recordedFiles(folder)).toEqual([file]);
  const [fixture] = await recordedFixtures(folder);
  expect(fixture).toEqual({
    appdirectHooks: 1,
    event: "user.added",
    receivedAt: "2026-11-23T14:05:11.123Z",
    request: {
      method: "POST",
      path: "/?tenant=7",
      headers: expect.objectContaining({ "content-type": "application/json", "x-team": "crm" }),
    },
    payload: JSON.parse(webhook()),
  });
  expect(notices("event")).toMatchObject([
    { number: 1, file: join(folder, file), times: 1, differs: false, fixture: { event: "user.added" } },
  ]);
});

test("every one of many senders at once finds its event on disk when it gets its 200", async () => {
  const { url, folder } = await listening();
  const found = await Promise.all(
    Array.from({ length: 60 }, async (_, number) => {
      const { status } = await post(url, numberedWebhook(number));
      const files = await recordedFiles(folder);
      return [status, files.filter((file) => file.endsWith(numberedWebhook(number).slice(9, 17) + ".json")).length];
    }),
  );
  expect(found).toEqual(Array.from({ length: 60 }, () => [200, 1]));
});

test("where a file stands in the folder's place the sender gets 503, and it works again once that is mended", async () => {
  const fixtures = join(await temporaryFolder(), "in", "fixtures");
  await mkdir(dirname(fixtures));
  await writeFile(fixtures, "a file");
  const { url, folder, notices, end } = await listening({ fixtures });
  expect((await post(url, webhook())).status).toBe(503);
  expect(notices("unrecorded")).toEqual([
    {
      kind: "unrecorded",
      event: "user.added",
      uuid: "429afed8-0001-4000-8000-000000000001",
      reason: "not writable",
      folder,
    },
  ]);
  expect(notices("event")).toEqual([]);
  await rm(fixtures);
  expect((await post(url, webhook())).status).toBe(200);
  expect(await recordedFiles(folder)).toEqual(["user.added/20261123T140511123Z-429afed8.json"]);
  expect(notices("event")).toMatchObject([{ number: 1, times: 1 }]);
  expect((await end()).notice).toMatchObject({ events: { "user.added": 1 }, unrecorded: 1, repeats: 0 });
});

test("an event that was not recorded is neither forwarded nor counted", async () => {
  const fixtures = join(await temporaryFolder(), "fixtures");
  await writeFile(fixtures, "a file");
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, end } = await listening({ fixtures, ending: { count: 1 }, targets: [parseTarget(handler.url)] });
  await post(url, webhook());
  const { result, notice } = await end();
  expect(result).toEqual({ interrupted: true, failed: false, missing: false });
  expect(notice).toMatchObject({ events: {}, unrecorded: 1, delivered: 0, undelivered: [] });
  expect(handler.requests).toEqual([]);
});

test("a folder that is removed while the session runs is made again", async () => {
  const { url, folder } = await listening();
  await post(url, numberedWebhook(1));
  await rm(folder, { recursive: true });
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  expect(await recordedFiles(folder)).toEqual(["user.added/20261123T140511123Z-00000002.json"]);
});

test("without recording, an event is told without a file and nothing is written", async () => {
  const { url, notices, folder } = await listening({ fixtures: undefined });
  expect((await post(url, webhook())).status).toBe(200);
  expect(notices("event")).toMatchObject([{ number: 1, file: undefined }]);
  expect(notices("ready")).toMatchObject([{ fixtures: undefined }]);
  expect(await recordedFiles(folder)).toEqual([]);
});

test("secrets and what is to be redacted are on no disk", async () => {
  const { url, folder } = await listening({ redact: [parsePath("resource.content.firstName")] });
  await post(`${url}/?access_token=very-secret`, webhook(), {
    authorization: "Bearer very-secret",
    "x-appdirect-webhook-token": "very-secret",
  });
  const [fixture] = await recordedFixtures(folder);
  expect(JSON.stringify(fixture)).not.toMatch(/very-secret|Ada/);
  expect(fixture?.payload).toMatchObject({ resource: { content: { firstName: "[redacted]" } } });
});
