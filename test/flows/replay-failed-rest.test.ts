import { readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onlyUnreachable } from "../../src/commands/sentences/selecting.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const count = 200;
const all = Array.from({ length: count }, (_, index) => uuidOf(index + 1));

/** A project with a folder of so many payloads, in the order of their numbers, each about a user of its own. */
async function projectOf(number: number): Promise<Project> {
  const project = await temporaryProject();
  const files = Array.from({ length: number }, (_, index) => {
    const resource = { type: "USER", uuid: `user-${index}`, content: {} };
    const text = numberedWebhook(index + 1, { timestamp: 1_795_442_711_000 + index, resource });
    return [`events/${String(index + 1).padStart(3, "0")}.json`, text] as const;
  });
  await writeFiles(project.folder, Object.fromEntries(files));
  return project;
}

/** A handler that takes all, and acts when it has answered so many. */
async function takingHandler(stop: { at: number; act(): void } = { at: 0, act: () => undefined }) {
  const answeredAt = new Map<number, number>();
  const server = await startRawServer((socket, number) => {
    socket.write(answerWith(200), () => answeredAt.set(number, performance.now()));
    if (number === stop.at) stop.act();
  });
  const uuids = () => server.requests.map((request) => (sentPayload(request) as { uuid: string }).uuid);
  /** Those that it had answered longer than so many ms before a moment. */
  const answeredBefore = (moment: number) =>
    uuids().filter((_, index) => (answeredAt.get(index + 1) ?? moment) < moment);
  return { server, uuids, answeredBefore };
}

test("--failed after a replay that was killed sends every event, and of what was answered only what it calls in doubt", async () => {
  const project = await projectOf(count);
  let killedAt = 0;
  const kill = () => {
    running.kill("SIGKILL");
    killedAt = performance.now();
  };
  const handler = await takingHandler({ at: 90, act: kill });
  const to = ["--to", handler.server.url, "--concurrency", "4"];
  const running = project.start(["replay", "events", ...to]);
  await running.ended;
  const first = handler.uuids();
  const settled = handler.answeredBefore(killedAt - 200);
  const { status, stderr } = await project.run(["replay", "--failed"]);
  const again = handler.uuids().slice(first.length);
  const twice = again.filter((uuid) => first.includes(uuid));
  const doubts = Number(/^(\d+) deliver(?:y is|ies are) in doubt: /m.exec(stderr)?.[1]);
  expect([status, new Set([...first, ...again])]).toEqual([0, new Set(all)]);
  expect(twice.filter((uuid) => settled.includes(uuid))).toEqual([]);
  expect([new Set(again).size, twice.length <= doubts]).toEqual([again.length, true]);
});

test.skipIf(process.platform === "win32")("--failed after Ctrl-C sends the rest, and nothing twice", async () => {
  const project = await projectOf(count);
  const handler = await takingHandler({ at: 50, act: () => running.kill("SIGINT") });
  const running = project.start(["replay", "events", "--to", handler.server.url]);
  expect((await running.ended).status).toBe(1);
  const { status, stderr } = await project.run(["replay", "--failed"]);
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("in doubt")]);
  expect(handler.uuids()).toEqual(all);
});

test("a --failed that is killed leaves the rest to the next, also at another handler", async () => {
  const project = await projectOf(60);
  const first = await takingHandler({ at: 10, act: () => one.kill("SIGKILL") });
  const one = project.start(["replay", "events", "--to", first.server.url]);
  await one.ended;
  const second = await takingHandler({ at: 20, act: () => two.kill("SIGKILL") });
  const two = project.start(["replay", "--failed", "--to", second.server.url]);
  await two.ended;
  const third = await takingHandler();
  expect((await project.run(["replay", "--failed", "--to", third.server.url])).status).toBe(0);
  expect(new Set([...first.uuids(), ...second.uuids(), ...third.uuids()])).toEqual(new Set(all.slice(0, 60)));
  expect(new Set(third.uuids()).size).toBe(third.uuids().length);
  expect((await project.run(["replay", "--failed"])).status).toBe(2);
});

test.skipIf(process.platform === "win32")(
  "--failed after a stop sends what failed before it, and says what is gone",
  async () => {
    const project = await projectOf(20);
    let refuse = () => {};
    const refusing = await startRawServer((socket, number) => {
      if (number !== 2) return void socket.write(answerWith(200));
      refuse = () => void socket.write(answerWith(503));
      running.kill("SIGINT");
    });
    const running = project.start(["replay", "events", "--to", refusing.url]);
    await running.untilErr(/Stopping/);
    refuse();
    await running.ended;
    const lastText = await readFile(join(project.folder, "events", "020.json"));
    await unlink(join(project.folder, "events", "020.json"));
    const handler = await takingHandler();
    const { stderr } = await project.run(["replay", "--failed", "--to", handler.server.url]);
    expect(handler.uuids()).toEqual(all.slice(1, 19));
    expect(stderr).toMatch(
      /^\d+ events? (?:is|are) from the run of \d\d:\d\d:\d\d, which ended before it sent them\.$/m,
    );
    expect(stderr).toMatch(/^1 file of the run of \d\d:\d\d:\d\d is gone\.$/m);
    // It may come back, and is owed then.
    const again = await project.run(["replay", "--failed", "--to", handler.server.url]);
    expect([again.status, again.stderr.includes(onlyUnreachable().message)]).toEqual([2, true]);
    await writeFile(join(project.folder, "events", "020.json"), lastText);
    expect((await project.run(["replay", "--failed", "--to", handler.server.url])).status).toBe(0);
    expect(handler.uuids()).toEqual(all.slice(1, 20));
  },
);
