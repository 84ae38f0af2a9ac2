import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { temporaryProject } from "../harness/project.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const valid = { resource: { type: "SUBSCRIPTION", uuid: "s" }, resourceAction: "REMOVED" };
const webhookNumber = (number: number) => numberedWebhook(number, valid);
const recording = "fixtures/subscription.removed/20261123T140511123Z-00000002.json";

/** A project whose folder `fixtures` has links that lead out of it, to a file and to folders, and some that do not. */
async function project() {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, {
    "fixtures/a.json": webhookNumber(1),
    "fixtures/own/c.json": webhookNumber(3),
    "elsewhere/b.json": webhookNumber(2),
  });
  await mkdir(join(folder, "fixtures", "subscription.removed"));
  await symlink("../../elsewhere/b.json", join(folder, recording));
  await symlink("../elsewhere", join(folder, "fixtures", "others"));
  await symlink("..", join(folder, "fixtures", "circle"));
  await symlink("own", join(folder, "fixtures", "within"));
  await symlink("a.json", join(folder, "fixtures", "same.json"));
  await symlink("gone.txt", join(folder, "fixtures", "note.txt"));
  return { run, folder };
}

const file = `! ${recording} is a link to elsewhere/b.json, outside fixtures.`;
const skipped = (link: string, to: string) =>
  `! fixtures/${link} is a link to the folder ${to}, outside fixtures; skipped.`;

test.skipIf(process.platform === "win32")("links out of a folder are said; those to folders are skipped", async () => {
  const { run, folder } = await project();
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { status, stderr } = await run(["validate", "fixtures", "--quiet"]);
  const said = stderr.trimEnd().split("\n");
  expect([status, said.toSorted()]).toEqual([
    0,
    [file, skipped("circle", folder), skipped("others", "elsewhere")].toSorted(),
  ]);
  const replayed = await run(["replay", "fixtures", "--to", handler.url, "--quiet"]);
  expect(replayed.stderr).toContain(`${file}\n`);
  expect(handler.requests).toHaveLength(4); // a, same, c, and b by its link
});

test.skipIf(process.platform === "win32").each([["last"], [uuidOf(2)], ["fixtures/*/2026*"]])(
  "a link out of the folder is said where %s is selected",
  async (name) => {
    const { run } = await project();
    expect((await run(["validate", name])).stderr).toBe(`${file}\n`);
  },
);

test.skipIf(process.platform === "win32")("a link that is named by itself is followed without a word", async () => {
  const { run } = await project();
  for (const name of [recording, "fixtures/others", "fixtures/others/b.json", "fixtures/same.json", "fixtures/own"])
    expect(await run(["validate", name])).toMatchObject({ status: 0, stderr: "" });
});

test.skipIf(process.platform === "win32")("of many links the first two are named", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "b.json": webhookNumber(2), "in/a.json": webhookNumber(1) });
  for (let number = 0; number < 5; number += 1) await symlink("../b.json", join(folder, "in", `${number}.json`));
  const lines = (await run(["validate", "in"])).stderr.split("\n");
  expect(lines.slice(0, 2)).toEqual([expect.stringMatching(/^! in\/\d.json is a link/), expect.any(String)]);
  expect(lines.slice(2)).toEqual(["! 3 more links point outside their folder.", ""]);
});
