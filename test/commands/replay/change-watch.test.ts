import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ChangeWatch } from "../../../src/commands/replay/watch/change-watch.ts";
import { notWatchable } from "../../../src/commands/sentences/watching.ts";
import { systemClock } from "../../../src/clock.ts";
import { rejection } from "../../harness/rejection.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { writeFiles } from "../../harness/write-files.ts";

const never = new AbortController().signal;

/** A folder with files, of which `a.json` is watched, or all below `src`. */
async function watching(kind: "a file" | "a folder") {
  const folder = await temporaryFolder();
  const at = (path: string) => join(folder, path);
  await writeFiles(folder, { "a.json": "1", "b.json": "1", "src/app.js": "1", "src/node_modules/x/a.js": "1" });
  await writeFiles(folder, { "src/.git/index": "1", "src/fixtures/a.json": "1", "src/lib/c.js": "1" });
  const except = [at("src/fixtures")];
  const places = kind === "a file" ? { files: [at("a.json")], except } : { files: [], folder: at("src"), except };
  const watch = await ChangeWatch.open(places);
  onTestFinished(() => watch.close());
  const next = async () =>
    (await watch.next(systemClock, never)).map((path) => path.slice(folder.length + 1)).toSorted();
  return { at, next, watch, save: (path: string) => writeFile(at(path), "2") };
}

test("a file that is written in place, replaced, or moved away and written anew, has changed each time", async () => {
  const { at, next, save } = await watching("a file");
  await save("b.json");
  await save("a.json");
  expect(await next()).toEqual(["a.json"]);
  for (const text of ["first", "second"]) {
    await writeFile(at("a.json.tmp"), text);
    await rename(at("a.json.tmp"), at("a.json"));
    expect(await next()).toEqual(["a.json"]);
  }
  await rename(at("a.json"), at("a.json~"));
  await save("a.json");
  expect(await next()).toEqual(["a.json"]);
  await save("a.json");
  expect(await next()).toEqual(["a.json"]);
});

test("a file that is a link has changed when the file behind it has", async () => {
  const { at } = await watching("a file");
  await symlink(at("src/app.js"), at("link.json"));
  const watch = await ChangeWatch.open({ files: [at("link.json")], except: [] });
  onTestFinished(() => watch.close());
  await writeFile(at("src/app.js"), "2");
  expect(await watch.next(systemClock, never)).toEqual([at("src/app.js")]);
});

test("what is saved at once is one change, without the names that were only on the way", async () => {
  const { at, next, save } = await watching("a folder");
  await writeFile(at("src/app.js.tmp"), "2");
  await rename(at("src/app.js.tmp"), at("src/app.js"));
  await save("src/lib/c.js");
  expect(await next()).toEqual(["src/app.js", "src/lib/c.js"]);
});

test("below a folder, dependencies, hidden files and recordings are left out", async () => {
  const { next, save } = await watching("a folder");
  const leftOut = [
    "src/node_modules/x/a.js",
    "src/.git/index",
    "src/.swp",
    "src/fixtures/a.json",
    "src/fixtures/b.json",
  ];
  for (const path of leftOut) await save(path);
  await save("src/lib/c.js");
  expect(await next()).toEqual(["src/lib/c.js"]);
});

test("a folder that comes is watched, also where another of its name was before", async () => {
  const { at, next, save } = await watching("a folder");
  for (const round of ["new", "again"]) {
    await mkdir(at("src/more/deep"), { recursive: true });
    expect([round, ...(await next())]).toContain("src/more");
    await save("src/more/deep/d.js");
    expect(await next()).toEqual(["src/more/deep/d.js"]);
    await rm(at("src/more"), { recursive: true });
    expect(await next()).toContain("src/more");
  }
});

test("what changes between two looks is there at the next", async () => {
  const { next, save } = await watching("a folder");
  await save("src/app.js");
  await next();
  await save("src/lib/c.js");
  expect(await next()).toEqual(["src/lib/c.js"]);
});

test("an interruption ends the wait", async () => {
  const { watch } = await watching("a folder");
  const interruption = new AbortController();
  const changed = watch.next(systemClock, interruption.signal);
  interruption.abort();
  expect(await changed).toEqual([]);
});

test("a folder that cannot be watched is named", async () => {
  const folder = join(await temporaryFolder(), "gone");
  const failure = await rejection(ChangeWatch.open({ files: [], folder, except: [] }));
  expect(failure).toEqual(notWatchable(folder, "ENOENT", failure.cause));
});
