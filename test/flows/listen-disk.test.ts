import { execFileSync } from "node:child_process";
import { readFileSync, statfsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { mountSmall } from "../harness/small-disk.ts";
import { numberedWebhook, uuidOf, webhook } from "../harness/webhook.ts";

test("a full disk gives the sender 503 and the user a line, and recording goes on once there is room", async (context) => {
  const project = await temporaryProject();
  const folder = join(project.folder, "fixtures");
  await mkdir(folder);
  if (!mountSmall(folder, "size=256k")) return context.skip("needs root and Linux, to have a small disk");
  const { url, untilErr, ended } = await startListener(project, ["--quiet", "--print-url", "--count", "2"]);
  expect((await post(url, numberedWebhook(1))).status).toBe(200);
  const { bavail, bsize } = statfsSync(folder);
  await writeFile(join(folder, "filler"), "x".repeat(bavail * bsize));
  const large = numberedWebhook(2, { note: "x".repeat(100_000) });
  expect((await post(url, large)).status).toBe(503);
  await untilErr(/^✖ user\.added could not be recorded: disk full\.\n {2}The sender got 503 and will retry\..*\n/);
  await rm(join(folder, "filler"));
  expect((await post(url, large)).status).toBe(200);
  expect((await ended).status).toBe(0);
  const uuids = (await recordedFixtures(folder)).map(({ payload }) => payload);
  expect(uuids).toMatchObject([{ uuid: uuidOf(1) }, { uuid: uuidOf(2) }]);
});

test("a file where the folder of fixtures should be gives 503 until it is out of the way", async () => {
  const project = await temporaryProject();
  const place = join(project.folder, "fixtures");
  await writeFile(place, "");
  const { url, ended } = await startListener(project, ["--json", "--count", "1"]);
  expect((await post(url, webhook())).status).toBe(503);
  await rm(place);
  expect((await post(url, webhook())).status).toBe(200);
  const lines = jsonLines((await ended).stdout);
  expect(lines.map(({ type }) => type)).toEqual(["ready", "warning", "unrecorded", "event", "end"]);
  expect(lines[2]).toMatchObject({ event: "user.added", error: "not writable" });
});

test("a state folder that cannot be written is one warning, and the session goes on", async () => {
  const project = await temporaryProject();
  await writeFile(project.stateFolder, "no folder");
  const { url, ended } = await startListener(project, ["--count", "2"]);
  expect((await post(url, numberedWebhook(1))).status).toBe(200);
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr.match(/^! .*$/gm)).toEqual([
    expect.stringMatching(/^! The journal of this session cannot be written \(ENOTDIR: .*\)\.$/),
  ]);
  expect(stderr).toContain("\n  The session continues, but a later replay --failed will not know about it.\n");
  expect(await recordedFixtures(join(project.folder, "fixtures"))).toHaveLength(2);
});

test("in a git repository recordings are left out, and named fixtures are not", async () => {
  const project = await temporaryProject();
  git(project, "init", "--quiet");
  const { url, ended } = await startListener(project, ["--count", "1"]);
  await post(url, webhook());
  expect((await ended).stderr).not.toContain("git");
  await writeFile(join(project.folder, "fixtures", "plan-changed.json"), "{}");
  expect(git(project, "status", "--porcelain", "--untracked-files=all")).toBe(
    "?? fixtures/.gitignore\n?? fixtures/plan-changed.json\n",
  );
  expect(readFileSync(join(project.folder, "fixtures", ".gitignore"), "utf8")).toContain("customers' data");
});

test("recordings that git would track are said once", async () => {
  const project = await temporaryProject();
  git(project, "init", "--quiet");
  await mkdir(join(project.folder, "fixtures"));
  await writeFile(join(project.folder, "fixtures", ".gitignore"), "*.txt\n");
  const { url, ended } = await startListener(project, ["--count", "3"]);
  for (const number of [1, 2, 3]) await post(url, numberedWebhook(number));
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr.match(/^! .*$/gm)).toEqual([
    expect.stringMatching(
      /^! git would track recorded events, such as .*-00000001\.json\. They contain customers' data\.$/,
    ),
  ]);
  expect(stderr).toContain("\n  Add them to .gitignore, or choose another folder");
});

function git({ folder }: Project, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8" });
}
