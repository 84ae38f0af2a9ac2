import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { keptWebhookPath, type ProjectState } from "../../src/state/index.ts";
import { pathNotKept } from "../../src/state/sentences.ts";
import { rejection } from "../harness/rejection.ts";
import { statePlace } from "../harness/state-place.ts";

const made = "/h/AbCdEfGhIjKlMnOpQrSt_-";
const other = "/h/aaaaaaaaaaaaaaaaaaaaaa";
const fileOf = (place: ProjectState) => join(place.folder, "webhook-path");

test("a path is made once and kept for every later start", async () => {
  const place = await statePlace();
  const paths = [await keptWebhookPath(place, () => made), await keptWebhookPath(place, () => other)];
  expect(paths).toEqual([made, made]);
});

test("nothing is made where one is kept", async () => {
  const place = await statePlace();
  await keptWebhookPath(place, () => made);
  const make = () => {
    throw new Error("Another one was made.");
  };
  expect(await keptWebhookPath(place, make)).toBe(made);
});

test("it is a line of its own in a file, with nothing beside it", async () => {
  const place = await statePlace();
  await keptWebhookPath(place, () => made);
  expect([await readFile(fileOf(place), "utf8"), await readdir(place.folder)]).toEqual([`${made}\n`, ["webhook-path"]]);
});

test.skipIf(process.platform === "win32")("nobody else may read it", async () => {
  const place = await statePlace();
  await keptWebhookPath(place, () => made);
  const modes = [place.folder, fileOf(place)].map(async (of) => (await stat(of)).mode & 0o777);
  expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
});

test("each project has one of its own", async () => {
  const [one, another] = [await statePlace(), await statePlace()];
  expect([await keptWebhookPath(one, () => made), await keptWebhookPath(another, () => other)]).toEqual([made, other]);
});

test("two that start at once get the same, and that is kept", async () => {
  const place = await statePlace();
  const [one, another] = await Promise.all([made, other].map((path) => keptWebhookPath(place, () => path)));
  expect(another).toBe(one);
  expect([await keptWebhookPath(place, () => ""), await readdir(place.folder)]).toEqual([one, ["webhook-path"]]);
});

test.each(["", "\n", "nonsense", "/h/short", `${made} `, `${made}\n${other}\n`, `${made}?x`, `https://x.org${made}`])(
  "a file that was edited into %j is replaced",
  async (text) => {
    const place = await statePlace();
    await mkdir(place.folder, { recursive: true });
    await writeFile(fileOf(place), text);
    expect(await keptWebhookPath(place, () => made)).toBe(made);
    expect(await readFile(fileOf(place), "utf8")).toBe(`${made}\n`);
  },
);

test("one that was written by hand counts, without a newline too", async () => {
  const place = await statePlace();
  await mkdir(place.folder, { recursive: true });
  await writeFile(fileOf(place), other);
  expect(await keptWebhookPath(place, () => made)).toBe(other);
});

test.each([
  ["a file in place of its folder", (place: ProjectState) => place.folder, "ENOTDIR"],
  ["a file in place of the folder above", (place: ProjectState) => dirname(place.folder), "ENOTDIR"],
])("%s: the folder cannot be written", async (_, blocked, systemCode) => {
  const place = await statePlace();
  await mkdir(dirname(blocked(place)), { recursive: true });
  await writeFile(blocked(place), "");
  const { code, message, hint } = await rejection(keptWebhookPath(place, () => made));
  expect({ code, message, hint }).toEqual({
    code: "FOLDER_UNWRITABLE",
    message: pathNotKept(place, { code: systemCode }).message,
    hint: "Set the webhook path with --path, or another state folder with XDG_STATE_HOME.",
  });
});
