import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { eventually } from "../../harness/eventually.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles } from "../../harness/recordings.ts";
import { statePlace } from "../../harness/state-place.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { uuidOf, webhook } from "../../harness/webhook.ts";

const first = "user.added/20261123T140511123Z-429afed8.json";
const second = "user.added/20261123T140511123Z-429afed8-2.json";

test("a webhook that comes again is recognised, recorded once and forwarded again", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, folder, until, end } = await listening({ targets: [parseTarget(handler.url)] });
  await post(url, webhook());
  expect((await post(url, webhook())).status).toBe(200);
  expect(await until("event", 2)).toMatchObject([
    { number: 1, times: 1, differs: false, file: join(folder, first) },
    { number: 2, times: 2, differs: false, file: join(folder, first) },
  ]);
  expect(await until("delivery", 2)).toMatchObject([
    { number: 1, attempt: { outcome: "accepted" } },
    { number: 2, attempt: { outcome: "accepted" } },
  ]);
  expect(await recordedFiles(folder)).toEqual([first]);
  expect((await end()).notice).toMatchObject({ events: { "user.added": 1 }, repeats: 1, delivered: 2 });
});

test("one that comes again with another body is recorded beside the first", async () => {
  const { url, folder, notices } = await listening();
  for (const timestamp of [1, 2, 2]) await post(url, webhook({ timestamp }));
  expect(notices("event")).toMatchObject([
    { times: 1, differs: false, file: join(folder, first) },
    { times: 2, differs: true, file: join(folder, second) },
    { times: 3, differs: false, file: join(folder, second) },
  ]);
  expect(await recordedFiles(folder)).toEqual([second, first]);
});

test("fifty of the same at once make one file, and each is counted", async () => {
  const { url, folder, notices } = await listening();
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(url, webhook())));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await recordedFiles(folder)).toEqual([first]);
  const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
  expect(notices("event").map(({ times }) => times)).toEqual(numbers);
  expect(notices("event").map(({ number }) => number)).toEqual(numbers);
});

test("it is recognised across a restart of the session, by the journal", async () => {
  const state = await statePlace();
  const before = await listening({}, { state });
  await post(before.url, webhook());
  await before.end();
  const { url, folder, notices } = await listening({ fixtures: before.folder }, { state });
  await post(url, webhook());
  await post(url, webhook({ timestamp: 7 }));
  expect(notices("event")).toMatchObject([
    { times: 2, differs: false, file: join(folder, first) },
    { times: 3, differs: true, file: join(folder, second) },
  ]);
  expect(await recordedFiles(folder)).toEqual([second, first]);
});

test("without a journal it is recognised once the files are read, which goes on after the start", async () => {
  const before = await listening();
  const uuids = Array.from({ length: 50 }, (_, number) => uuidOf(number));
  for (const uuid of uuids) await post(before.url, webhook({ uuid }));
  await before.end();
  const { url, notices } = await listening({ fixtures: before.folder });
  const times = await eventually(async () => {
    await post(url, webhook({ uuid: uuids.pop() }));
    const last = notices("event").at(-1)?.times;
    return last === 1 && uuids.length > 0 ? undefined : last;
  });
  expect(times).toBe(2);
});

test("an event of an earlier session whose uuid only begins alike is another one", async () => {
  const state = await statePlace();
  const before = await listening({}, { state });
  await post(before.url, webhook({ uuid: "429afed8-other" }));
  await before.end();
  const { url, folder, notices } = await listening({ fixtures: before.folder }, { state });
  await post(url, webhook());
  expect(notices("event")).toMatchObject([{ times: 1, differs: false, file: join(folder, second) }]);
});

test("a recording of an earlier session that was spoilt since does not stand in for the event", async () => {
  const before = await listening();
  await post(before.url, webhook());
  await before.end();
  await writeFile(join(before.folder, first), "{ spoilt");
  const { url, folder, notices } = await listening({ fixtures: before.folder });
  expect((await post(url, webhook())).status).toBe(200);
  expect(notices("event")).toMatchObject([{ times: 1, file: join(folder, second) }]);
});

test("one of an earlier session that is there and was spoilt since counts, and the event is recorded again", async () => {
  const state = await statePlace();
  const before = await listening({}, { state });
  await post(before.url, webhook());
  await before.end();
  await writeFile(join(before.folder, first), "{ spoilt");
  const { url, folder, notices } = await listening({ fixtures: before.folder }, { state });
  await post(url, webhook());
  await post(url, webhook());
  expect(notices("event")).toMatchObject([
    { times: 2, differs: false, file: join(folder, second) },
    { times: 3, differs: false, file: join(folder, second) },
  ]);
});

test("a repeat is recorded where the first could not be", async () => {
  const fixtures = join(await temporaryFolder(), "fixtures");
  await writeFile(fixtures, "a file");
  const { url, notices } = await listening({ fixtures });
  expect((await post(url, webhook())).status).toBe(503);
  expect((await post(url, webhook())).status).toBe(503);
  await rm(fixtures);
  expect((await post(url, webhook())).status).toBe(200);
  expect(notices("event")).toMatchObject([{ times: 1, file: join(fixtures, first) }]);
  expect(await recordedFiles(fixtures)).toEqual([first]);
});

test("a repeat is recorded again where its file was removed meanwhile", async () => {
  const { url, folder, notices } = await listening();
  await post(url, webhook());
  await rm(join(folder, first));
  expect((await post(url, webhook())).status).toBe(200);
  expect(JSON.parse(await readFile(join(folder, first), "utf8"))).toMatchObject({ event: "user.added" });
  expect(notices("event").map(({ times }) => times)).toEqual([1, 2]);
});

test("without recording it is recognised too", async () => {
  const { url, notices } = await listening({ fixtures: undefined });
  for (const timestamp of [1, 1, 2]) await post(url, webhook({ timestamp }));
  expect(notices("event")).toMatchObject([
    { times: 1, differs: false },
    { times: 2, differs: false },
    { times: 3, differs: true },
  ]);
});

test("events without a usable uuid are never taken for one another", async () => {
  const { url, folder, notices } = await listening();
  for (let number = 0; number < 2; number += 1) await post(url, webhook({ uuid: "x" }));
  expect(notices("event").map(({ times }) => times)).toEqual([1, 1]);
  expect(await recordedFiles(folder)).toHaveLength(2);
});
