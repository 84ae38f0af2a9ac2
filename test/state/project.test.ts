import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { projectState } from "../../src/state/index.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { writeFiles } from "../harness/write-files.ts";

const home = { env: {}, homeFolder: "/home/ada", platform: "linux" };

/** The root found from `a/b/c` in a folder with these files, as a path below it. */
async function rootAmong(...files: string[]): Promise<string> {
  const folder = await temporaryFolder();
  const cwd = join(folder, "a", "b", "c");
  await mkdir(cwd, { recursive: true });
  await writeFiles(folder, Object.fromEntries(files.map((file) => [file, ""])));
  return projectState({ ...home, cwd })
    .root.slice(folder.length + 1)
    .replaceAll("\\", "/");
}

test.each(["ts", "js", "mjs", "json"])("a project file in %s makes a project", async (ending) => {
  expect(await rootAmong(`a/appdirect-hooks.config.${ending}`, "package.json")).toBe("a");
});

test("a project file goes before a nearer repository, a repository before a nearer package", async () => {
  expect(await rootAmong("a/appdirect-hooks.config.ts", "a/b/.git/HEAD", "a/b/c/package.json")).toBe("a");
  expect(await rootAmong("a/.git/HEAD", "a/b/package.json")).toBe("a");
});

test("of two of a kind the nearest counts", async () => {
  expect(await rootAmong("package.json", "a/b/package.json")).toBe("a/b");
});

test("a worktree's .git is a file, and a repository all the same", async () => {
  expect(await rootAmong("a/b/.git", "a/package.json")).toBe("a/b");
});

test("without any of them the working directory is the project", () => {
  // Nothing stands above a folder that does not exist, at the root of the machine.
  const cwd = join("/", "no-such-folder-appdirect-hooks");
  expect(projectState({ ...home, cwd }).root).toBe(cwd);
});

const cwd = join("/", "no-such-folder-appdirect-hooks", "my shop!");

test.each([
  ["linux", {}, "/home/ada/.local/state/appdirect-hooks"],
  ["linux", { XDG_STATE_HOME: "/var/state" }, "/var/state/appdirect-hooks"],
  ["linux", { XDG_STATE_HOME: "" }, "/home/ada/.local/state/appdirect-hooks"],
  ["linux", { XDG_STATE_HOME: "relative/state" }, "/home/ada/.local/state/appdirect-hooks"],
  ["darwin", {}, "/home/ada/Library/Application Support/appdirect-hooks"],
  ["darwin", { XDG_STATE_HOME: "/var/state" }, "/var/state/appdirect-hooks"],
  ["win32", { LOCALAPPDATA: "/home/ada/Local" }, "/home/ada/Local/appdirect-hooks"],
  ["win32", {}, "/home/ada/AppData/Local/appdirect-hooks"],
])("on %s with %j state is kept in %s", (platform, env, folder) => {
  const { folder: found } = projectState({ cwd, env, homeFolder: "/home/ada", platform });
  expect(found.startsWith(join(folder, "projects"))).toBe(true);
});

test("a project's folder has its name, and is no other project's", () => {
  const folderOf = (root: string) => basename(projectState({ ...home, cwd: root }).folder);
  const other = join("/", "no-such-folder-appdirect-hooks", "elsewhere", "my shop!");
  expect(folderOf(cwd)).toMatch(/^my_shop_-[0-9a-f]{12}$/);
  expect([folderOf(cwd) === folderOf(cwd), folderOf(cwd) === folderOf(other)]).toEqual([true, false]);
});

test("the root of the machine has a folder too", () => {
  expect(basename(projectState({ ...home, cwd: "/" }).folder)).toMatch(/^root-[0-9a-f]{12}$/);
});
