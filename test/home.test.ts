import { chmod, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { privateHome } from "../src/host.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";

const userId = process.geteuid?.() ?? 0;
const name = `appdirect-hooks-${userId}`;

test("without a home folder one is made in the temporary folder, and found again", async () => {
  const temporary = await temporaryFolder();
  expect(privateHome(temporary, userId)).toEqual({ folder: join(temporary, name) });
  expect(privateHome(temporary, userId)).toEqual({ folder: join(temporary, name) });
});

test.each([
  ["one that others may read", async (path: string) => chmodded(path, 0o755)],
  ["one that a group may write to", async (path: string) => chmodded(path, 0o770)],
  ["a file", (path: string) => writeFile(path, "", { mode: 0o700 })],
  ["a link to a folder of this user", async (path: string) => symlink(await temporaryFolder(), path)],
  ["a link that leads nowhere", (path: string) => symlink(`${path}-gone`, path)],
])("%s is not used", async (_, make) => {
  const temporary = await temporaryFolder();
  await make(join(temporary, name));
  expect(privateHome(temporary, userId)).toEqual({
    folder: devNull,
    problem: `there is no home folder, and ${join(temporary, name)} is not a folder that only this user can open (mode 700)`,
  });
  expect(await readdir(temporary)).toEqual([name]);
});

test("a folder of another user is not used", async () => {
  const temporary = await temporaryFolder();
  await mkdir(join(temporary, `appdirect-hooks-${userId + 1}`), { mode: 0o700 });
  expect(privateHome(temporary, userId + 1)).toMatchObject({ folder: devNull, problem: expect.any(String) });
});

test("without a temporary folder and without user ids nothing is kept", async () => {
  const gone = join(await temporaryFolder(), "gone");
  expect(privateHome(gone, userId)).toEqual({
    folder: devNull,
    problem: `there is no home folder, and ${join(gone, name)} cannot be created (ENOENT)`,
  });
  expect(privateHome(gone, undefined)).toEqual({ folder: devNull, problem: "there is no home folder" });
});

async function chmodded(path: string, mode: number): Promise<void> {
  await mkdir(path);
  await chmod(path, mode); // whatever the umask
}
