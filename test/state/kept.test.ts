import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keep, keepFirst, readKept } from "../../src/state/index.ts";
import { rejection } from "../harness/rejection.ts";
import { statePlace } from "../harness/state-place.ts";

test("what is kept is there the next time", async () => {
  const place = await statePlace();
  await keep(place, "token", { token: "sesame" });
  expect(await readKept(place)).toEqual({ token: { token: "sesame" } });
  await keep(place, "token", { token: "another" });
  expect(await readKept(place)).toEqual({ token: { token: "another" } });
});

test("of many that make a token at once all go on with one, and it is the one that is kept", async () => {
  const place = await statePlace();
  const tokens = ["one", "two", "three", "four", "five", "six"];
  const found = await Promise.all(tokens.map((token) => keepFirst(place, "token", { token })));
  const { token } = await readKept(place);
  expect(tokens).toContain(token?.["token"]);
  expect(found).toEqual(tokens.map(() => token));
  expect(await readdir(place.folder)).toEqual(["kept.json"]);
});

test("each kind of authentication keeps its own", async () => {
  const place = await statePlace();
  await keep(place, "token", { token: "sesame" });
  await keep(place, "oauth2", { client: "id:secret", user: "name:password" });
  expect(await readKept(place)).toEqual({
    token: { token: "sesame" },
    oauth2: { client: "id:secret", user: "name:password" },
  });
});

test("what is kept for a kind stays where more is kept for it", async () => {
  const place = await statePlace();
  await keep(place, "oauth2", { client: "id:secret" });
  await keep(place, "oauth2", { user: "name:password" });
  expect(await readKept(place)).toEqual({ oauth2: { client: "id:secret", user: "name:password" } });
});

test("a token that was kept in the first form is kept on", async () => {
  const place = await statePlace();
  await mkdir(place.folder, { recursive: true });
  await writeFile(join(place.folder, "kept.json"), '{"token":"sesame"}');
  expect(await readKept(place)).toEqual({ token: { token: "sesame" } });
});

test("another project keeps its own", async () => {
  const [place, other] = [await statePlace(), await statePlace()];
  await keep(place, "token", { token: "sesame" });
  expect(await readKept(other)).toEqual({});
});

test.skipIf(process.platform === "win32")("nobody else may read it, from the first write on", async () => {
  const place = await statePlace();
  await keep(place, "token", { token: "sesame" });
  await keep(place, "token", { token: "another" });
  expect((await stat(join(place.folder, "kept.json"))).mode & 0o777).toBe(0o600);
});

test("it is one whole file, with nothing left beside it", async () => {
  const place = await statePlace();
  await keep(place, "token", { token: "sesame" });
  expect(await readdir(place.folder)).toEqual(["kept.json"]);
  expect(JSON.parse(await readFile(join(place.folder, "kept.json"), "utf8"))).toEqual({ token: { token: "sesame" } });
});

test("reading makes nothing", async () => {
  const place = await statePlace();
  expect([await readKept(place), existsSync(place.folder)]).toEqual([{}, false]);
});

test.each([
  "",
  '{"token":',
  "not JSON",
  "null",
  "[]",
  '{"token":7}',
  '{"token":{"token":7}}',
  '{"token":{"token":""}}',
])("a file that was corrupted to %j keeps nothing, and takes a token again", async (content) => {
  const place = await statePlace();
  await mkdir(place.folder, { recursive: true });
  await writeFile(join(place.folder, "kept.json"), content);
  expect(await readKept(place)).toEqual({});
  await keep(place, "token", { token: "sesame" });
  expect(await readKept(place)).toEqual({ token: { token: "sesame" } });
});

test("what cannot be read keeps nothing", async () => {
  const place = await statePlace();
  await mkdir(join(place.folder, "kept.json"), { recursive: true });
  expect(await readKept(place)).toEqual({});
});

test("where nothing can be kept, that is said with what to do", async () => {
  const place = await statePlace();
  await writeFile(join(place.root, "state"), "a file in the folder's place");
  const error = await rejection(keep(place, "token", { token: "sesame" }));
  expect([error.code, error.message, error.hint]).toEqual([
    "FOLDER_UNWRITABLE",
    `The state of this project cannot be saved in ${place.folder} (ENOTDIR).`,
    "Set the token with --token, or another state folder with XDG_STATE_HOME.",
  ]);
});
