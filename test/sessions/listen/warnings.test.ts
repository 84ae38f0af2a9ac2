import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import type { Notice, NoticeListener } from "../../../src/sessions/index.ts";
import { freePort } from "../../harness/free-port.ts";
import { listening } from "../../harness/listening.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { post } from "../../harness/post.ts";
import { rejection } from "../../harness/rejection.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";
import { writeFiles } from "../../harness/write-files.ts";

/** A folder for fixtures in a repository that would take all of them. */
async function trackedFolder(): Promise<string> {
  const repository = await temporaryFolder();
  execFileSync("git", ["init", "--quiet", repository]);
  await writeFiles(repository, { "fixtures/.gitignore": "# nothing is left out\n" });
  return join(repository, "fixtures");
}

test("recordings that git would track are warned of before the end, however soon that comes", async () => {
  const { url, folder, session, said } = await listening({ fixtures: await trackedFolder(), ending: { count: 1 } });
  await post(url, numberedWebhook(1));
  await session.ended;
  const file = join(folder, "user.added", "20261123T140511123Z-00000001.json");
  expect(said.slice(-2)).toEqual([
    { kind: "warning", about: "tracked by git", file },
    expect.objectContaining({ kind: "end" }),
  ]);
});

test("they are warned of once", async () => {
  const { url, end, notices } = await listening({ fixtures: await trackedFolder() });
  for (const number of [1, 2, 3]) await post(url, numberedWebhook(number));
  await end();
  expect(notices("warning")).toHaveLength(1);
});

test("recordings that our own .gitignore leaves out are no reason to warn", async () => {
  const repository = await temporaryFolder();
  execFileSync("git", ["init", "--quiet", repository]);
  const { url, session, notices } = await listening({ fixtures: join(repository, "fixtures"), ending: { count: 1 } });
  await post(url, webhook());
  await session.ended;
  expect(notices("warning")).toEqual([]);
});

test.each(["127.0.0.1", "localhost"])("a target %s that is the listener itself is refused", async (host) => {
  const port = await freePort();
  const target = parseTarget(`http://${host}:${port}/hooks`);
  const error = await rejection(listening({ port, targets: [target] }));
  expect([error.code, error.exitStatus, error.message, error.hint]).toEqual([
    "TARGET_IS_LISTENER",
    2,
    `The target http://${host}:${port}/hooks is this listener itself, so every event would loop forever.`,
    "Use the port of your handler, or move the listener with --port.",
  ]);
  expect((await listening({ port })).port).toBe(port);
});

test("a defect while an event is told is said, and the listener goes on: the event is recorded", async () => {
  const said: Notice[] = [];
  const broken: NoticeListener = {
    show(notice) {
      if (notice.kind !== "listening" && notice.kind !== "taken") said.push(notice);
      if (notice.kind === "event" && notice.number === 1) throw new Error("A broken view.");
    },
    close: () => Promise.resolve(),
  };
  const { url } = await listening({}, { views: [broken] });
  expect((await post(url, numberedWebhook(1))).status).toBe(200);
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  expect(said.map(({ kind }) => kind)).toEqual(["ready", "event", "warning", "event"]);
  expect(said[2]).toEqual({ kind: "warning", about: "defect", cause: new Error("A broken view.") });
});

test("a session that cannot start leaves no time running", async () => {
  const { port } = await listening();
  const slept: number[] = [];
  const clock = { ...manualClock(), sleep: async (ms: number) => void slept.push(ms) };
  const error = await rejection(listening({ port, ending: { afterMs: 60_000 } }, { clock }));
  expect([error.code, slept]).toEqual(["PORT_IN_USE", []]);
});

test("a folder in which nothing can be recorded is warned of at the start, before a call meets its 503", async () => {
  const place = await temporaryFolder();
  await writeFiles(place, { fixtures: "a file" });
  const { url, said, notices } = await listening({ fixtures: join(place, "fixtures") });
  expect(said.map(({ kind }) => kind)).toEqual(["ready", "warning"]);
  expect(notices("warning")).toMatchObject([
    { about: "folder unwritable", reason: `${join(place, "fixtures")} is not a folder` },
  ]);
  expect((await post(url, webhook())).status).toBe(503);
});
