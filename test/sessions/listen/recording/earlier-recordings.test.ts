import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFixture, serializeFixture } from "../../../../src/fixtures/index.ts";
import { EarlierRecordings } from "../../../../src/sessions/listen/recording/earlier-recordings.ts";
import { memoryInUse } from "../../../harness/memory-in-use.ts";
import { receivedEvent } from "../../../harness/received-event.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";
import { uuidOf, webhook } from "../../../harness/webhook.ts";
import { writeFiles } from "../../../harness/write-files.ts";

const forever = new AbortController().signal;

const fixtureOf = (uuid: string, more = {}) =>
  serializeFixture(createFixture(receivedEvent(webhook({ uuid, ...more })), { redact: [], hidden: [] }).fixture);

/** The nth recording of a folder, by time. */
const nameOf = (number: number, prefix = "aaaaaaaa") =>
  `user.added/20261123T14${String(number).padStart(7, "0")}Z-${prefix}.json`;

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = join(await temporaryFolder(), "fixtures");
  await writeFiles(folder, files);
  return folder;
}

const open = (folder: string, { recordings = 10_000, bytes = 2_500_000 } = {}) =>
  new EarlierRecordings(folder, { recordings, bytes });

async function* received(folder: string, ...uuids: [uuid: string, file: string][]) {
  for (const [uuid, file] of uuids) yield { uuid, file: join(folder, file) };
}

test("what the journals tell of is known before any file is read; of two bodies both", async () => {
  const folder = await folderOf({
    [nameOf(1)]: fixtureOf("aaaaaaaa-1"),
    [nameOf(2)]: fixtureOf("aaaaaaaa-1", { timestamp: 7 }),
  });
  const earlier = open(folder);
  const lines = [nameOf(2), nameOf(1), nameOf(1)].map((file): [string, string] => ["aaaaaaaa-1", file]);
  await earlier.takeReceived(received(folder, ...lines), forever);
  const known = await earlier.of("aaaaaaaa-1");
  expect(known.map(({ file }) => file)).toEqual([join(folder, nameOf(2)), join(folder, nameOf(1))]);
  expect(new Set(known.map(({ bodyHash }) => bodyHash)).size).toBe(2);
  expect(await earlier.of("aaaaaaaa-2")).toEqual([]);
});

test("what the journals do not tell of is found in the files, whatever their names say", async () => {
  const folder = await folderOf({
    [nameOf(1)]: fixtureOf("bbbbbbbb-1"),
    [nameOf(2)]: '{"uuid":"cccccccc-1"}',
    [nameOf(3)]: "{ spoilt",
    "user.added/trial.json": fixtureOf("dddddddd-1"),
  });
  await mkdir(join(folder, nameOf(4)));
  const earlier = open(folder);
  await earlier.takeReceived(received(folder, ["eeeeeeee-1", nameOf(3)]), forever);
  expect(await earlier.of("bbbbbbbb-1")).toEqual([]);
  await earlier.readFiles(forever);
  expect(await earlier.of("bbbbbbbb-1")).toEqual([{ file: join(folder, nameOf(1)), bodyHash: expect.any(String) }]);
  expect(await earlier.of("cccccccc-1")).toHaveLength(1);
  expect(await earlier.of("dddddddd-1")).toEqual([]);
});

test("one that is gone is no event that came; one that cannot be read is, and nobody knows with which body", async () => {
  const folder = await folderOf({ [nameOf(1)]: "{ spoilt", [nameOf(3)]: fixtureOf("aaaaaaaa-4") });
  const earlier = open(folder);
  const lines = [1, 2, 3].map((number): [string, string] => [`aaaaaaaa-${number}`, nameOf(number)]);
  await earlier.takeReceived(received(folder, ...lines), forever);
  expect(await earlier.of("aaaaaaaa-1")).toEqual([{ file: join(folder, nameOf(1)) }]);
  expect(await earlier.of("aaaaaaaa-2")).toEqual([]);
  expect(await earlier.of("aaaaaaaa-3")).toEqual([]); // somebody made another event of it
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("one that may not be read came", async () => {
  const folder = await folderOf({ [nameOf(1)]: fixtureOf("aaaaaaaa-1") });
  await chmod(join(folder, nameOf(1)), 0);
  const earlier = open(folder);
  await earlier.takeReceived(received(folder, ["aaaaaaaa-1", nameOf(1)]), forever);
  expect(await earlier.of("aaaaaaaa-1")).toEqual([{ file: join(folder, nameOf(1)) }]);
});

test("past its limits the newest are known", async () => {
  const files = Array.from({ length: 20 }, (_, number) => [nameOf(number), fixtureOf(uuidOf(number))]);
  const folder = await folderOf(Object.fromEntries(files));
  const earlier = open(folder, { recordings: 12 });
  await earlier.takeReceived(received(folder, [uuidOf(3), nameOf(3)]), forever);
  await earlier.readFiles(forever);
  expect(await earlier.of(uuidOf(3))).toHaveLength(1);
  expect(await earlier.of(uuidOf(19))).toHaveLength(1);
  expect(await earlier.of(uuidOf(7))).toEqual([]);
  const few = open(folder, { bytes: 1_000 });
  await few.readFiles(forever);
  expect([(await few.of(uuidOf(19))).length, (await few.of(uuidOf(0))).length]).toEqual([1, 0]);
});

test("a new event reads no file, though two thousand begin as its uuid does", async () => {
  const folder = await folderOf({ [nameOf(1)]: "{ spoilt" });
  const earlier = open(folder);
  const lines = Array.from({ length: 2_000 }, (_, number): [string, string] => [`aaaaaaaa-${number}`, nameOf(1)]);
  await earlier.takeReceived(received(folder, ...lines), forever);
  expect(await earlier.of("aaaaaaaa-1999")).toHaveLength(1);
  expect(await earlier.of("aaaaaaaa-new")).toEqual([]); // had it read the file, that could not be read
});

test("once the session ends no more files are read", async () => {
  const folder = await folderOf({ [nameOf(1)]: fixtureOf(uuidOf(1)) });
  const ended = AbortSignal.abort();
  const earlier = open(folder);
  await earlier.takeReceived(received(folder, [uuidOf(1), nameOf(1)]), ended);
  await earlier.readFiles(ended);
  expect(await earlier.of(uuidOf(1))).toEqual([]);
});

test("ten thousand take less than two and a half megabytes, and nothing of the texts they came from", async () => {
  const folder = "/home/ada/shop/fixtures";
  const earlier = open(folder);
  async function* lines() {
    for (let number = 0; number < 10_000; number += 1) {
      const line = JSON.stringify({
        uuid: uuidOf(number),
        file: join(folder, nameOf(number)),
        more: "x".repeat(1_000),
      });
      const parsed: { uuid: string; file: string } = JSON.parse(line);
      yield parsed;
    }
  }
  const before = memoryInUse();
  await earlier.takeReceived(lines(), forever);
  expect(memoryInUse() - before).toBeLessThan(2_500_000);
  expect(await earlier.of(uuidOf(1))).toEqual([]);
});

test("of more than eight bodies under one uuid, only eight are known", async () => {
  const files = Array.from({ length: 9 }, (_, number) => nameOf(number + 1));
  const folder = await folderOf(
    Object.fromEntries(files.map((file, timestamp) => [file, fixtureOf("aaaaaaaa-1", { timestamp })])),
  );
  const earlier = open(folder);
  const lines = files.map((file): [string, string] => ["aaaaaaaa-1", file]);
  await earlier.takeReceived(received(folder, ...lines), forever);
  expect(await earlier.of("aaaaaaaa-1")).toHaveLength(8);
});
