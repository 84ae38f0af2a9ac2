import { statfsSync, statSync } from "node:fs";
import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Change, ChangeStore } from "../../../src/marketplace/simulator/change.ts";
import { rejection } from "../../harness/rejection.ts";
import { shownError } from "../../harness/shown-error.ts";
import { mountSmall } from "../../harness/small-disk.ts";
import { changesIn, head, numberedChange, numberedLine, openState } from "../../harness/state-file.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

async function newState(): Promise<{ store: ChangeStore; path: string }> {
  const path = join(await temporaryFolder(), "market.jsonl");
  return { store: (await openState(path)).store, path };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Appends them at the same moment; `acknowledged` grows by the place of each that is. */
function appendTogether(store: ChangeStore, changes: readonly Change[], acknowledged: number[]): Promise<number>[] {
  return changes.map((change, index) => store.append(change).then(() => acknowledged.push(index)));
}

function countIn(path: string): number {
  return (statSync(path).size - head.length) / numberedLine(0).length;
}

test("what comes together is written at once, in its order", async () => {
  const { store, path } = await newState();
  const [first] = appendTogether(store, numbers(0, 9).map(numberedChange), []);
  await first;
  expect(countIn(path)).toBe(10);
  expect(await readFile(path, "utf8")).toBe(head + numbers(0, 9).map(numberedLine).join(""));
});

test("what comes while others are flushed waits for them, and is flushed together the next time", async () => {
  const { store } = await newState();
  const acknowledged: number[] = [];
  const [first] = appendTogether(store, [numberedChange(0)], acknowledged);
  await Promise.resolve(); // its writing has begun
  const [second] = appendTogether(store, numbers(1, 4).map(numberedChange), acknowledged);
  await first;
  expect(acknowledged).toEqual([0]);
  await second;
  expect(acknowledged).toEqual([0, 0, 1, 2, 3]);
});

test("what is large is flushed in several steps, in its order", async () => {
  const { store, path } = await newState();
  const changes = numbers(0, 2).map(
    (number) => ({ type: "webhook deleted", id: `${number}`.repeat(5_000_000) }) as const,
  );
  const acknowledged: number[] = [];
  const [first, second] = appendTogether(store, changes, acknowledged);
  await first;
  expect(acknowledged).toEqual([0]);
  await second;
  expect(acknowledged).toEqual([0, 1]);
  await store.close();
  expect(await changesIn(path)).toEqual(changes);
});

test("closing waits for what was appended; then nothing more is taken", async () => {
  const { store, path } = await newState();
  const appended = Promise.all(numbers(0, 9).map((number) => store.append(numberedChange(number))));
  await Promise.all([store.close(), store.close()]);
  expect(countIn(path)).toBe(10);
  await appended;
  await store.close();
  await expect(store.append(numberedChange(1))).rejects.toThrow("closed");
});

test("a full disk refuses what does not fit, leaves nothing of it, and takes more when there is room", async (context) => {
  const folder = await temporaryFolder();
  if (!mountSmall(folder, "size=256k")) return context.skip("needs root and Linux, to have a small disk");
  const path = join(folder, "market.jsonl");
  const { store } = await openState(path);
  await store.append(numberedChange(1));
  await writeFile(join(folder, "other"), Buffer.alloc(150_000));
  const room = statfsSync(folder).bavail * statfsSync(folder).bsize;
  const large = { type: "webhook deleted", id: "x".repeat(room + 10_000) } as const;
  const refused = await Promise.all([rejection(store.append(large)), rejection(store.append(numberedChange(2)))]);
  expect(refused.map(shownError)).toEqual(
    Array.from(
      { length: 2 },
      () =>
        `✖ The state file ${path} cannot be written: disk full (ENOSPC).\n` +
        "  Free space on its disk, or name another file.\n",
    ),
  );
  expect(refused[0]?.code).toBe("FOLDER_UNWRITABLE");
  expect(statfsSync(folder).bavail * statfsSync(folder).bsize).toBe(room);
  await store.append(numberedChange(3));
  await truncate(join(folder, "other"), 0);
  await store.append(large);
  await store.close();
  expect(await changesIn(path)).toEqual([numberedChange(1), numberedChange(3), large]);
});

test("a full disk refuses a new file, which is begun when there is room", async (context) => {
  const folder = await temporaryFolder();
  if (!mountSmall(folder, "size=64k")) return context.skip("needs root and Linux, to have a small disk");
  const path = join(folder, "market.jsonl");
  await writeFile(path, "");
  await writeFile(`${path}.lock`, "7\n"); // else there is no room for the lock itself
  const other = join(folder, "other");
  await writeFile(other, Buffer.alloc(1024 ** 2)).catch(() => undefined);
  const refused = await rejection(openState(path, { processId: 7 }));
  expect([refused.code, refused.message]).toEqual([
    "FOLDER_UNWRITABLE",
    `The state file ${path} cannot be written: disk full (ENOSPC).`,
  ]);
  await truncate(other, 0);
  await (await openState(path)).store.append(numberedChange(1));
  expect(await readFile(path, "utf8")).toBe(head + numberedLine(1));
});

test("a folder that cannot be made is said, with what to do", async () => {
  const place = join(await temporaryFolder(), "file");
  await writeFile(place, "");
  const path = join(place, "market.jsonl");
  expect(shownError(await rejection(openState(path)))).toBe(
    `✖ The state file ${path} cannot be written: not writable (ENOTDIR).\n` +
      "  Make it writable, or name another file.\n",
  );
});
