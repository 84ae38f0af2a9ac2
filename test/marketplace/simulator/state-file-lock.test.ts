import { writeFileSync } from "node:fs";
import { readdir, readFile, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStateFile } from "../../../src/marketplace/simulator/state-file.ts";
import { rejection } from "../../harness/rejection.ts";
import { shownError } from "../../harness/shown-error.ts";
import { head, numberedChange, numberedLine, openState } from "../../harness/state-file.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

async function newPlace(): Promise<{ folder: string; path: string; lock: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, "market.jsonl");
  return { folder, path, lock: `${path}.lock` };
}

test("a lock beside the file names its process until the file is closed", async () => {
  const { folder, path, lock } = await newPlace();
  const { store } = await openState(path, { processId: 100 });
  expect(await readFile(lock, "utf8")).toBe("100\n");
  expect((await readdir(folder)).toSorted()).toEqual(["market.jsonl", "market.jsonl.lock"]);
  await store.close();
  expect(await readdir(folder)).toEqual(["market.jsonl"]);
});

test("a file that another process has open is refused, and that one goes on", async () => {
  const { folder, path, lock } = await newPlace();
  await writeFile(lock, "41\n");
  const refused = await rejection(openState(path, { alive: [41] }));
  expect([refused.code, refused.exitStatus]).toEqual(["STATE_IN_USE", 3]);
  expect(shownError(refused)).toBe(
    `✖ The state file ${path} is in use by process 41.\n` +
      `  End that process, or name another file. If it does not use this file, delete ${lock}.\n`,
  );
  expect(await readdir(folder)).toEqual(["market.jsonl.lock"]);
  expect(await readFile(lock, "utf8")).toBe("41\n");
});

test("a link to a file that another process has open is refused too", async () => {
  const { folder, path, lock } = await newPlace();
  await (await openState(path, { processId: 100 })).store.close();
  await writeFile(lock, "41\n");
  const linked = join(folder, "linked.jsonl");
  await symlink(path, linked);
  expect(await rejection(openState(linked, { alive: [41] }))).toMatchObject({ code: "STATE_IN_USE" });
});

test("a file that this process has open is refused", async () => {
  const { path, lock } = await newPlace();
  const { store } = await openState(path, { processId: 100 });
  expect((await rejection(openState(path, { processId: 100 }))).message).toContain("in use by process 100");
  expect(await readFile(lock, "utf8")).toBe("100\n");
  await store.append(numberedChange(1));
  expect(await readFile(path, "utf8")).toBe(head + numberedLine(1));
});

test.each([41, 100])("the lock that process %i left when it was killed is taken over", async (left) => {
  const { folder, path, lock } = await newPlace();
  await writeFile(lock, `${left}\n`); // 100: in a container, the next start may have the same id
  await openState(path, { processId: 100, alive: [100] });
  expect(await readFile(lock, "utf8")).toBe("100\n");
  expect((await readdir(folder)).toSorted()).toEqual(["market.jsonl", "market.jsonl.lock"]);
});

test("a process that was killed while it took a lock over is in nobody's way", async () => {
  const { folder, path, lock } = await newPlace();
  await writeFile(lock, "41\n");
  await writeFile(`${lock}.removing`, "42\n");
  const refused = await rejection(openState(path, { alive: [42] }));
  expect(refused.message).toContain("in use by process 42");
  await openState(path, { processId: 100 });
  expect(await readFile(lock, "utf8")).toBe("100\n");
  expect((await readdir(folder)).toSorted()).toEqual(["market.jsonl", "market.jsonl.lock"]);
});

test("a lock that another process takes over meanwhile is left to it", async () => {
  const { path, lock } = await newPlace();
  await writeFile(lock, "41\n");
  const isAlive = (processId: number) => {
    if (processId === 41) writeFileSync(lock, "42\n"); // the other one is quicker
    return processId === 42;
  };
  const refused = await rejection(openStateFile(path, { processId: 100, isAlive }));
  expect(refused.message).toContain("in use by process 42");
  expect(await readFile(lock, "utf8")).toBe("42\n");
});

test("whether the process lives is asked of the time of the lock", async () => {
  const { path, lock } = await newPlace();
  await writeFile(lock, "41\n");
  const at = new Date("2026-11-01T00:00:00.000Z");
  await utimes(lock, at, at);
  const asked: unknown[] = [];
  const isAlive = (...question: unknown[]) => asked.push(question) > 0;
  await rejection(openStateFile(path, { processId: 100, isAlive }));
  expect(asked).toEqual([[41, at]]);
});

test("of several that find a lock left, one has the file", async () => {
  const { folder, path, lock } = await newPlace();
  await writeFile(lock, "41\n");
  const ids = Array.from({ length: 20 }, (_, index) => 100 + index);
  const outcomes = await Promise.allSettled(ids.map((processId) => openState(path, { processId, alive: ids })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await readdir(folder)).toSorted()).toEqual(["market.jsonl", "market.jsonl.lock"]);
});

test.each(["", "somebody\n", "0\n", "-1\n", "41"])(
  "a lock that names no process (%j) is left alone",
  async (content) => {
    const { path, lock } = await newPlace();
    await writeFile(lock, content);
    expect(shownError(await rejection(openState(path)))).toBe(
      `✖ The state file ${path} is locked by ${lock}, which names no process.\n` +
        `  If no other program uses the state file, delete ${lock}.\n`,
    );
    expect(await readFile(lock, "utf8")).toBe(content);
  },
);

test("a file that is refused is not locked afterwards", async () => {
  const { folder, path } = await newPlace();
  await writeFile(path, "mine");
  for (const _ of [1, 2]) expect((await rejection(openState(path))).code).toBe("UNREADABLE_STATE");
  expect(await readdir(folder)).toEqual(["market.jsonl"]);
});
