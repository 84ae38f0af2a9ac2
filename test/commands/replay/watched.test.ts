import { join } from "node:path";
import { expect, test } from "vitest";
import { changedText, watchingText } from "../../../src/commands/replay/watch/send-at-changes.ts";
import { namedToWatch, watchedPlaces } from "../../../src/commands/replay/watch/watched.ts";
import { nothingToWatch, watchAndStandardInput } from "../../../src/commands/sentences/watching.ts";
import { rejection } from "../../harness/rejection.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { writeFiles } from "../../harness/write-files.ts";

test.each([
  [["last"], undefined, { names: ["last"] }],
  [["last"], "", { names: ["last"], watch: {} }],
  [["last"], "src", { names: ["last"], watch: { path: "src" } }],
  [[], "last", { names: ["last"], watch: {} }],
  [[], "", { names: [], watch: {} }],
])("%j beside --watch %j", (positionals, watch, named) => {
  expect(namedToWatch(positionals, watch)).toEqual(named);
});

test.each([
  [["-"], "src"],
  [[], "-"],
])("standard input cannot be sent again (%j, --watch %j)", async (positionals, watch) => {
  const named = async () => namedToWatch(positionals, watch);
  expect(await rejection(named())).toEqual(watchAndStandardInput());
});

test("the files that were chosen are watched once each, with the path that was named", async () => {
  const cwd = await temporaryFolder();
  await writeFiles(cwd, { "src/app.js": "" });
  const place = { host: { cwd }, fixtures: "fixtures" };
  const except = [join(cwd, "fixtures")];
  const chosen = [{ file: "/a.json" }, {}, { file: "/a.json" }];
  expect(await watchedPlaces({}, chosen, place)).toEqual({ files: ["/a.json"], except });
  expect(await watchedPlaces({ path: "src" }, chosen, place)).toEqual({
    files: ["/a.json"],
    folder: join(cwd, "src"),
    except,
  });
  expect(await watchedPlaces({ path: "src/app.js" }, chosen, place)).toEqual({
    files: ["/a.json", join(cwd, "src/app.js")],
    except,
  });
  expect(await rejection(watchedPlaces({ path: "sr" }, chosen, place))).toEqual(nothingToWatch("sr"));
});

test("what is watched and what changed is said from where the user is", () => {
  const files = (count: number) => Array.from({ length: count }, (_, number) => `/home/${number}.json`);
  expect(watchingText({ files: files(2), folder: "/home/src", except: [] }, "/home")).toBe(
    "Watching src, 0.json and 1.json: a change sends again, Ctrl-C ends.",
  );
  expect(watchingText({ files: files(4), except: [] }, "/home")).toBe(
    "Watching 4 files: a change sends again, Ctrl-C ends.",
  );
  expect(["/home/src/a.js", "/b.js", "/c.js"].map((_, index, all) => changedText(all.slice(index), "/home"))).toEqual([
    "src/a.js and 2 others changed.",
    "/b.js and 1 other changed.",
    "/c.js changed.",
  ]);
});
