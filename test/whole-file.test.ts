import { lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeThrough, writeWhole } from "../src/whole-file.ts";

test("a file takes the place of the old one, for its user alone, and nothing else is left", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-file-"));
  const file = join(folder, "facts.json");
  await writeFile(file, "old");
  await writeWhole(file, "new", { by: 7 });
  expect(await readFile(file, "utf8")).toBe("new");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["facts.json"]);
});

// Through a link, so that a mistake costs this machine no device.
test("a device is written to, and nothing takes its place", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-file-"));
  const file = join(folder, "device");
  await symlink("/dev/null", file);
  await writeWhole(file, "new", { by: 7 });
  expect((await lstat(file)).isSymbolicLink()).toBe(true);
  expect(await readdir(folder)).toEqual(["device"]);
});

test("where it cannot be placed nothing is left of it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-file-"));
  await mkdir(join(folder, "facts.json"));
  await expect(writeWhole(join(folder, "facts.json"), "new", { by: 7 })).rejects.toMatchObject({ code: "EISDIR" });
  expect(await readdir(folder)).toEqual(["facts.json"]);
});

test("the temporary name holds all of it when it is placed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "whole-file-"));
  const placed: string[] = [];
  await writeThrough(join(folder, "x.tmp"), "all", async (from) => void placed.push(await readFile(from, "utf8")));
  expect(placed).toEqual(["all"]);
});
