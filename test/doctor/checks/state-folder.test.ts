import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateFolder } from "../../../src/doctor/checks/state-folder.ts";
import { tunnelFolder } from "../../../src/state/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { mountSmall } from "../../harness/small-disk.ts";

const another = "name another state folder in XDG_STATE_HOME.";

test("folders that are not there yet can be written, and are gone again", async () => {
  const surroundings = await checkSurroundings();
  const { state } = surroundings;
  expect(await stateFolder(surroundings)).toEqual([{ state: "ok", message: `${state.folder} is writable.` }]);
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
      {
        state: "failure",
        message: `${place} is not writable (ENOTDIR).`,
        mend: [`Move the file that blocks this path, or ${another}`],
      },
    ]);
  }
});

test("a disk that is full is a failure, and nothing of the trial stays on it", async (context) => {
  const surroundings = await checkSurroundings();
  const { folder, shared } = surroundings.state;
  await mkdir(shared);
  if (!mountSmall(shared, "size=32k")) return context.skip("needs root and Linux, to have a small disk");
  expect(await stateFolder(surroundings)).toEqual([
    {
      state: "failure",
      message: `${folder} is not writable (ENOSPC).`,
      mend: [`Free space on its disk, or ${another}`],
    },
  ]);
  expect(await readdir(shared)).toEqual([]);
});

test("where no folder can be made at all, only another one helps", async (context) => {
  if (process.platform !== "linux") return context.skip("needs /proc");
  const { state, ...surroundings } = await checkSurroundings();
  const nowhere = { ...state, folder: "/proc/state/shop", shared: "/proc/state" };
  expect(await stateFolder({ ...surroundings, state: nowhere })).toEqual([
    { state: "failure", message: "/proc/state/shop is not writable (ENOENT).", mend: [`N${another.slice(1)}`] },
  ]);
});

test("without a home folder the reason is that, and naming one helps", async () => {
  const { state, ...surroundings } = await checkSurroundings();
  const problem = "there is no home folder";
  const nowhere = { ...state, folder: "/dev/null/shop", shared: "/dev/null", problem };
  expect(await stateFolder({ ...surroundings, state: nowhere })).toEqual([
    {
      state: "failure",
      message: "No state can be saved: there is no home folder.",
      mend: ["Set HOME to a folder of this user, or name a state folder in XDG_STATE_HOME."],
    },
  ]);
});
