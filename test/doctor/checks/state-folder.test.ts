import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateFolder } from "../../../src/doctor/checks/state-folder.ts";
import { tunnelFolder } from "../../../src/state/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { mountSmall } from "../../harness/small-disk.ts";

const mend = ["Make room, or make it writable for this user; or name another state folder in XDG_STATE_HOME."];

test("folders that are not there yet can be written, and are gone again", async () => {
  const surroundings = await checkSurroundings();
  const { state } = surroundings;
  expect(await stateFolder(surroundings)).toEqual([{ state: "ok", message: `${state.folder} can be written.` }]);
  expect(await readdir(state.root)).toEqual([]);
});

test("what lies in folders that are there stays", async () => {
  const surroundings = await checkSurroundings();
  const { folder, shared } = surroundings.state;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "kept"), "");
  expect(await stateFolder(surroundings)).toMatchObject([{ state: "ok" }]);
  expect((await readdir(shared, { recursive: true })).toSorted()).toEqual([
    "projects",
    "projects/shop-0123456789ab",
    "projects/shop-0123456789ab/kept",
  ]);
});

test("a file in the place of either folder is a failure with that folder's name", async () => {
  for (const isTunnels of [false, true]) {
    const surroundings = await checkSurroundings();
    const { folder, shared } = surroundings.state;
    const place = isTunnels ? tunnelFolder(surroundings.state) : folder;
    await mkdir(join(shared, "projects"), { recursive: true });
    await writeFile(place, "");
    expect(await stateFolder(surroundings)).toEqual([
      { state: "failure", message: `${place} cannot be written (EEXIST).`, mend },
    ]);
  }
});

test("a disk that is full is a failure, and nothing of the trial stays on it", async (context) => {
  const surroundings = await checkSurroundings();
  const { folder, shared } = surroundings.state;
  await mkdir(shared);
  if (!mountSmall(shared, "size=32k")) return context.skip("needs root and Linux, to have a small disk");
  expect(await stateFolder(surroundings)).toEqual([
    { state: "failure", message: `${folder} cannot be written (ENOSPC).`, mend },
  ]);
  expect(await readdir(shared)).toEqual([]);
});
